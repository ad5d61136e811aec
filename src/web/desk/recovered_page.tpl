[[>top.tpl]]
<div class="hearth-text">
<span class="govuk-caption-l">{{WHOSE}}</span><h1>[[recovery.done]]</h1>
<section class="hearth-slip"><h2>[[recovery.password]]</h2><p><b class="hearth-code">{{PASSWORD}}</b></p></section>
<p>[[recovery.done_note]]</p>
<p><a href="{{HOME}}/desk/account">[[passkey.back]]</a></p>
</div>
[[>bottom.tpl]]
