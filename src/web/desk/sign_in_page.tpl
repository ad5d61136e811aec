[[>top.tpl]]
<div class="hearth-text">
[[>faults.tpl]]
<h1>[[sign_in.title]]</h1>
<p>[[sign_in.lead]]</p>
{{#KEPT}}<p class="govuk-inset-text">[[sign_in.kept]]</p>{{/KEPT}}
<form action="{{HOME}}/desk/sign-in" method="post">
<input type="hidden" name="then" value="{{THEN}}"><input type="hidden" name="carried" value="{{CARRIED:p}}">
<div class="govuk-form-group"><label class="govuk-label" for="login">[[sign_in.login]]</label><input class="govuk-input govuk-input--width-20" id="login" name="login" type="text" value="{{LOGIN}}" autocomplete="username" spellcheck="false" autocapitalize="none"></div>
<div class="govuk-form-group"><label class="govuk-label" for="password">[[sign_in.password]]</label><input class="govuk-input govuk-input--width-20" id="password" name="password" type="password" autocomplete="current-password"></div>
<button class="govuk-button" type="submit">[[sign_in.button]]</button>
</form>
<p class="soft">[[sign_in.residents]] <a href="{{HOME}}/matter">[[nav.matter]]</a></p>
</div>
[[>bottom.tpl]]
