[[>top.tpl]]
<div class="hearth-text">
<h1>[[opened.title]]</h1>
<section class="hearth-slip" aria-label="[[opened.slip]]">
<p><b>{{OFFICE}}</b></p>
<p>[[matter.number]] <b class="nowrap">{{NUMBER}}</b></p>
<p>[[opened.code]]<br><b class="hearth-code">{{CODE}}</b></p>
<dl><div><dt>[[promise.who]]</dt><dd>{{OWNER}}<br>{{STATE}}</dd></div>{{#DUE}}<div><dt>[[promise.until]]</dt><dd>{{DUE_DAY}}{{#PROVISIONAL}}<br>[[promise.provisional]]{{/PROVISIONAL}}</dd></div>{{/DUE}}<div><dt>[[promise.passes]]</dt><dd>{{EXPIRY}}</dd></div></dl>
</section>
<p>[[opened.keep]]</p>
<form class="no-print" action="{{HOME}}/receipt/slip" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[receipt.print_slip]]</button></form>
<form class="no-print" action="{{HOME}}/receipt/sheet" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[receipt.print_sheet]]</button></form>
<form class="no-print" action="{{HOME}}/receipt" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[matter.receipt_file]]</button></form>
<form class="no-print" action="{{HOME}}/matter" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button" type="submit">[[opened.follow]]</button></form>
</div>
[[>bottom.tpl]]
