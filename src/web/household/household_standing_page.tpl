[[>top.tpl]]
<div class="hearth-text">
<h1>{{#IN_TERM}}[[household.standing]]{{/IN_TERM}}{{#ENDED}}[[household.ended]]{{/ENDED}}</h1>
{{#TOLD}}<div class="hearth-told" role="status"><p><b>[[household.proved]]</b></p></div>
<section class="hearth-slip" aria-label="[[household.own_slip]]">
<p><b>{{OFFICE}}</b></p>
<p>[[household.label]] <b class="nowrap">{{LABEL}}</b></p>
<p>[[household.own_code]]<br><b class="hearth-code">{{CODE}}</b></p>
</section>
<p>[[household.own_keep]]</p>{{/TOLD}}
<dl class="govuk-summary-list">
<div><dt>[[household.label]]</dt><dd>{{LABEL}}</dd></div>
<div><dt>[[household.at]]</dt><dd>{{OFFICE}}</dd></div>
<div><dt>[[household.since]]</dt><dd>{{SINCE}}<br><span class="soft">[[household.by_roster]]</span></dd></div>
<div><dt>[[household.until]]</dt><dd>{{UNTIL}}</dd></div>
<div><dt>[[household.serves]]</dt><dd>[[household.serves_for]]</dd></div>
</dl>
<h2>[[household.held_title]]</h2>
<p>[[household.held]]</p>
<h2>[[household.back_title]]</h2>
<p>[[household.back]]</p>
<form id="form" action="{{HOME}}/household" method="post"><input type="hidden" name="standing" value="1">{{#TOLD}}<input type="hidden" name="told" value="1">{{/TOLD}}<input type="hidden" name="label" value="{{LABEL}}"><input type="hidden" name="code" value="{{CODE}}">
<button class="govuk-button govuk-button--secondary" type="submit" name="go" value="give_back">[[household.back_button]]</button></form>
</div>
[[>bottom.tpl]]
