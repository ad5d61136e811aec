[[>top.tpl]]
<div class="hearth-text">
[[>faults.tpl]]
<h1>[[code.title]]</h1>
<form action="{{HOME}}/desk/sign-in" method="post">
<input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="then" value="{{THEN}}"><input type="hidden" name="carried" value="{{CARRIED:p}}">
<div class="govuk-form-group"><label class="govuk-label" for="code">[[code.label]]</label><p class="govuk-hint" id="code-hint">[[code.hint]]</p><input class="govuk-input govuk-input--width-10" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" aria-describedby="code-hint"></div>
<button class="govuk-button" type="submit">[[sign_in.button]]</button>
</form>
<p class="soft">[[code.lost]]</p>
<p><a href="{{HOME}}/desk">[[code.anew]]</a></p>
</div>
[[>bottom.tpl]]
