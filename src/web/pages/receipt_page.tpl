[[>top.tpl]]
<div class="no-print">
<h1>{{#SLIP}}[[receipt.slip]]{{/SLIP}}{{#SHEET}}[[receipt.sheet]]{{/SHEET}}</h1>
<p>[[receipt.how]]</p>
<button class="govuk-button" type="button" id="print" hidden>[[receipt.print]]</button>
<form action="{{HOME}}/receipt/{{#SLIP}}sheet{{/SLIP}}{{#SHEET}}slip{{/SHEET}}" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">{{#SLIP}}[[receipt.as_sheet]]{{/SLIP}}{{#SHEET}}[[receipt.as_slip]]{{/SHEET}}</button></form>
<form action="{{HOME}}/matter" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="hearth-link" type="submit">[[receipt.back]]</button></form>
</div>
<section class="hearth-receipt{{#SLIP}} hearth-receipt--slip{{/SLIP}}" aria-labelledby="receipt">
<h2 id="receipt">{{OFFICE}} · [[receipt.title]]</h2>
<p>[[matter.number]] <b class="nowrap">{{NUMBER}}</b><br>[[receipt.received]]</p>
{{#SHEET}}{{#ACT}}<h3>[[receipt.said]]</h3>
{{#FIELD}}<p class="words"><span class="soft">{{LABEL}}</span>{{#WRITTEN}}<br>{{VALUE:p}}{{/WRITTEN}}{{#PAPER}}<br>{{PAPER_NAME}} ({{PAPER_SIZE}}){{/PAPER}}</p>
{{/FIELD}}{{/ACT}}{{/SHEET}}
<dl><div><dt>[[promise.who]]</dt><dd>{{WHO}}{{#STEP}}<br>{{STATE}}{{/STEP}}</dd></div>{{#TERM}}<div><dt>[[promise.until]]</dt><dd>{{DUE}}{{#PROVISIONAL}}<br>[[promise.provisional]]{{/PROVISIONAL}}</dd></div>{{/TERM}}<div><dt>[[promise.passes]]</dt><dd>{{EXPIRY}}</dd></div></dl>
<div class="hearth-key"><p>[[receipt.code]]<br><b class="hearth-code">{{CODE}}</b></p>
<svg class="hearth-qr" viewBox="0 0 {{QR_SIDE}} {{QR_SIDE}}" role="img" aria-label="[[receipt.qr]]"><path d="{{QR_PATH}}"/></svg>
<p>[[receipt.follow]]<br><span class="hearth-address">{{#ADDRESS}}{{PART}}<wbr>{{/ADDRESS}}</span></p>
<p>[[receipt.no_screen]]{{#TELEPHONE}} <span class="nowrap">[[receipt.telephone]]</span>{{/TELEPHONE}} [[receipt.qr_holds]]</p></div>
{{#SHEET}}{{#ACT}}<p class="small">[[receipt.proof]]<br><code>{{LEAF_HASH}}</code></p>{{/ACT}}{{/SHEET}}
</section>
[[>bottom.tpl]]
