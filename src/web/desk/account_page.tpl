[[>top.tpl]]
<div class="hearth-text">
[[>faults.tpl]]
<span class="govuk-caption-l">{{LOGIN}}</span><h1>[[account.title]]</h1>
{{#RECOVERED}}<p class="govuk-inset-text">{{RECOVERED_WORDS}}</p>{{/RECOVERED}}
{{#HERS}}<form class="hearth-card" action="{{HOME}}/desk/account/recovery/stop" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><h2 class="govuk-heading-m">[[recovery.hers]]</h2><p>{{BEGUN}} [[recovery.hers_note]]</p><button class="govuk-button" type="submit">[[recovery.stop]]</button></form>{{/HERS}}
<h2>[[password.title]]</h2>
<p>[[account.password_note]] <a href="{{HOME}}/desk/password">[[password.button]]</a></p>
<h2 id="passkeys">[[passkey.title]]</h2>
<p>[[passkey.lead]]</p>
{{#NO_PASSKEY}}<p class="soft">[[passkey.none]]</p>{{/NO_PASSKEY}}
{{#SOME_PASSKEYS}}<table class="govuk-table hearth-stack" role="table" aria-labelledby="passkeys">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[passkey.name]]</th><th scope="col" role="columnheader">[[passkey.added]]</th><th scope="col" role="columnheader">[[passkey.used]]</th><th scope="col" role="columnheader">[[passkey.lost]]</th></tr></thead>
<tbody role="rowgroup">
{{#PASSKEY}}<tr role="row"><th scope="row" role="rowheader">{{NAME}}</th><td role="cell" data-label="[[passkey.added]]">{{ADDED}}</td><td role="cell" data-label="[[passkey.used]]">{{#WAS_USED}}{{USED}}{{/WAS_USED}}{{#NEVER}}<span class="soft">[[passkey.never]]</span>{{/NEVER}}</td><td role="cell"><form action="{{HOME}}/desk/account/passkey/remove" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="credential" value="{{CREDENTIAL}}"><button class="hearth-link" type="submit">[[passkey.remove]]<span class="govuk-visually-hidden">: {{NAME}}</span></button></form></td></tr>
{{/PASSKEY}}</tbody></table>{{/SOME_PASSKEYS}}
{{#NO_HOST}}<p class="soft">[[passkey.no_host]]</p>{{/NO_HOST}}
{{#MAY_ADD}}<form class="hearth-card" action="{{HOME}}/desk/account/passkey" method="post" aria-labelledby="add">
<h3 id="add">[[passkey.add]]</h3>
<input type="hidden" name="token" value="{{FORM_TOKEN}}">
<div class="govuk-form-group"><label class="govuk-label" for="name">[[passkey.name_it]]</label><p class="govuk-hint" id="name-hint">[[passkey.name_hint]]</p><input class="govuk-input govuk-input--width-20" id="name" name="name" type="text" value="{{TYPED}}" maxlength="40" autocomplete="off" aria-describedby="name-hint"></div>
<div class="govuk-form-group"><label class="govuk-label" for="now">[[passkey.password]]</label><p class="govuk-hint" id="now-hint">[[passkey.password_hint]]</p><input class="govuk-input govuk-input--width-20" id="now" name="now" type="password" autocomplete="current-password" aria-describedby="now-hint"></div>
<button class="govuk-button govuk-button--secondary" type="submit">[[form.continue]]</button>
</form>{{/MAY_ADD}}
<h2 id="changed">[[changed.title]]</h2>
{{#NO_CHANGE}}<p class="soft">[[changed.none]]</p>{{/NO_CHANGE}}
{{#CHANGES}}<p>[[changed.lead]]</p><ul class="hearth-list">{{#CHANGE}}<li>{{CHANGED_WHAT}}<small>{{CHANGED_AT}}</small></li>{{/CHANGE}}</ul>{{/CHANGES}}
{{#OPENID}}<h2>[[openid.title]]</h2>
<p>{{LINKED}} [[openid.by_operator]]</p>
{{/OPENID}}<h2 id="sessions">[[session.title]]</h2>
<p>[[session.lead]]</p>
<table class="govuk-table hearth-stack" role="table" aria-labelledby="sessions">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[session.began]]</th><th scope="col" role="columnheader">[[session.seen]]</th><th scope="col" role="columnheader">[[session.end]]</th></tr></thead>
<tbody role="rowgroup">
{{#SESSION}}<tr role="row"><th scope="row" role="rowheader">{{BEGAN}}</th><td role="cell" data-label="[[session.seen]]">{{SEEN}}</td><td role="cell">{{#HERE}}<span class="soft">[[session.here]]</span>{{/HERE}}{{#ELSEWHERE}}<form action="{{HOME}}/desk/account/session/end" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="session" value="{{SESSION_ID}}"><button class="hearth-link" type="submit">[[session.end]]<span class="govuk-visually-hidden">: {{BEGAN}}</span></button></form>{{/ELSEWHERE}}</td></tr>
{{/SESSION}}</tbody></table>
{{#MAY_RECOVER}}<h2 id="recovery">[[recovery.title]]</h2>
<p>[[recovery.lead]]</p>
{{#TO_CONFIRM}}<form class="hearth-card" action="{{HOME}}/desk/account/recovery/confirm" method="post" aria-labelledby="confirm-{{WHOSE_ID}}"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="account" value="{{WHOSE_ID}}">
<h3 id="confirm-{{WHOSE_ID}}">{{WHOSE}}</h3><p>{{BEGUN}} [[recovery.confirm_note]]</p>
<div class="govuk-form-group"><label class="govuk-label" for="now-{{WHOSE_ID}}">[[recovery.own_password]]</label><input class="govuk-input govuk-input--width-20" id="now-{{WHOSE_ID}}" name="now" type="password" autocomplete="current-password"></div>
<button class="govuk-button" type="submit">[[recovery.confirm]]</button></form>{{/TO_CONFIRM}}
{{#BEGUN_BY_ME}}<p class="govuk-inset-text"><b>{{WHOSE}}</b>[[page.colon]]{{BEGUN}} [[recovery.waits]]</p>{{/BEGUN_BY_ME}}
<form action="{{HOME}}/desk/account/recovery" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}">
<div class="govuk-form-group"><label class="govuk-label" for="whose">[[recovery.whose]]</label><input class="govuk-input govuk-input--width-20" id="whose" name="whose" type="text" autocomplete="off" spellcheck="false" autocapitalize="none"></div>
<button class="govuk-button govuk-button--secondary" type="submit">[[recovery.begin]]</button></form>{{/MAY_RECOVER}}
</div>
[[>bottom.tpl]]
