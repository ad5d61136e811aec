[[>top.tpl]]
<div class="hearth-text">
<span class="govuk-caption-l">[[passkey.add]]</span><h1>{{NAME}}</h1>
<p>[[passkey.make_lead]]</p>
<p class="govuk-inset-text" data-passkey-without>[[passkey.needs_script]]</p>
<form id="passkey" action="{{HOME}}/desk/account/passkey/made" method="post" data-passkey="make" data-rp="{{RP}}" data-office="{{OFFICE}}" data-challenge="{{CHALLENGE}}" data-holder="{{HOLDER}}" data-login="{{LOGIN}}" data-others="{{OTHERS}}" hidden>
<input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="name" value="{{NAME}}"><input type="hidden" name="challenge" value="{{CHALLENGE}}">
<input type="hidden" name="client_data"><input type="hidden" name="attestation">
<button class="govuk-button" type="submit">[[passkey.make]]</button>
<p class="govuk-inset-text" role="status" data-passkey-stopped hidden>[[passkey.stopped]]</p>
</form>
<p><a href="{{HOME}}/desk/account">[[passkey.back]]</a></p>
</div>
[[>bottom.tpl]]
