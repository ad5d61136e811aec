[[>top.tpl]]
<div class="hearth-text">
<h1>[[record.title]]</h1>
<p>[[record.lead]]</p>
{{#EMPTY}}<div class="govuk-inset-text"><p>[[record.empty]]</p></div>{{/EMPTY}}
{{#FILLED}}<dl class="govuk-summary-list">
<div><dt>[[record.size]]</dt><dd class="num">{{SIZE}}</dd></div>
<div><dt>[[record.root]]</dt><dd><code>{{ROOT_HASH}}</code></dd></div>
<div><dt>[[record.key]]</dt><dd><code>{{VKEY}}</code></dd></div>
<div><dt>[[record.witnesses]]</dt><dd>{{WITNESSES}}</dd></div>
</dl>{{/FILLED}}
<h2 id="holds">[[record.holds]]</h2>
<p>[[record.holds_note]]</p>
<h2 id="verify">[[record.verify]]</h2>
<ol>
<li>[[record.step_compare]]</li>
<li>[[record.step_receipt]]<pre>hearth verify [[record.receipt_file]]</pre></li>
<li>[[record.step_whole]]<pre>hearth verify {{RECORD_URL}}</pre></li>
</ol>
<p>[[record.exit]]</p>
<details class="govuk-details"><summary>[[record.for_programs]]</summary><div>
<p>[[record.for_programs_note]]</p>
<ul><li><code>/o/{{ID}}/record/checkpoint</code></li><li><code>/o/{{ID}}/record/tile/…</code></li><li><code>/o/{{ID}}/record/tile/entries/…</code></li></ul>
{{#FILLED}}<p>[[record.checkpoint]]</p><pre>{{CHECKPOINT}}</pre>{{/FILLED}}</div></details>
</div>
[[>bottom.tpl]]
