[[>top.tpl]]
<div class="hearth-text">
[[>faults.tpl]]
<h1>[[password.title]]</h1>
{{#RECOVERED}}<p class="govuk-inset-text">{{RECOVERED_WORDS}}</p>{{/RECOVERED}}
{{#MUST_CHANGE}}<p class="govuk-inset-text">[[password.must_change]]</p>{{/MUST_CHANGE}}
<form action="{{HOME}}/desk/password" method="post">
<input type="hidden" name="token" value="{{FORM_TOKEN}}">
<div class="govuk-form-group"><label class="govuk-label" for="now">[[password.now]]</label><input class="govuk-input govuk-input--width-20" id="now" name="now" type="password" autocomplete="current-password"></div>
<div class="govuk-form-group"><label class="govuk-label" for="new">[[password.new]]</label><p class="govuk-hint" id="new-hint">[[password.hint]]</p><input class="govuk-input govuk-input--width-20" id="new" name="new" type="password" autocomplete="new-password" aria-describedby="new-hint"></div>
<div class="govuk-form-group"><label class="govuk-label" for="again">[[password.again]]</label><input class="govuk-input govuk-input--width-20" id="again" name="again" type="password" autocomplete="new-password"></div>
[[>show_password.tpl]]
<button class="govuk-button" type="submit">[[password.button]]</button>
</form>
</div>
[[>bottom.tpl]]
