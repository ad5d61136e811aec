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
[[>show_password.tpl]]
<button class="govuk-button" type="submit">[[sign_in.button]]</button>
</form>
{{#OPENID}}<form action="{{HOME}}/desk/sign-in/openid" method="post">
<input type="hidden" name="then" value="{{THEN}}"><input type="hidden" name="carried" value="{{CARRIED:p}}">
<p>[[openid.instead]]</p>
<button class="govuk-button govuk-button--secondary" type="submit">{{SIGN_IN_THERE}}</button>
</form>{{/OPENID}}
{{#PASSKEY}}<form class="hearth-passkey" id="passkey" action="{{HOME}}/desk/sign-in/passkey" method="post" data-passkey="use" data-rp="{{RP}}" data-challenge="{{CHALLENGE}}" hidden>
<input type="hidden" name="then" value="{{THEN}}"><input type="hidden" name="carried" value="{{CARRIED:p}}"><input type="hidden" name="challenge" value="{{CHALLENGE}}">
<input type="hidden" name="credential"><input type="hidden" name="client_data"><input type="hidden" name="authenticator_data"><input type="hidden" name="signature"><input type="hidden" name="holder">
<p>[[passkey.instead]]</p>
<button class="govuk-button govuk-button--secondary" type="submit">[[passkey.use]]</button>
<p class="govuk-inset-text" role="status" data-passkey-stopped hidden>[[passkey.stopped]]</p>
</form>{{/PASSKEY}}
<p class="soft">[[sign_in.residents]] <a href="{{HOME}}/matter">[[nav.matter]]</a></p>
</div>
[[>bottom.tpl]]
