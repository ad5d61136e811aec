[[>top.tpl]]
<span class="govuk-caption-l">[[matter.caption]]</span><h1>{{HEADING}}</h1>
<div class="hearth-cols"><div>
<section class="hearth-promise{{#YOU}} hearth-promise--you{{/YOU}}{{#NO_TERM}} hearth-promise--none{{/NO_TERM}}" aria-labelledby="promise">
<h2 id="promise">{{PROMISE}}</h2>
{{#TERM}}<div class="hearth-arch" aria-hidden="true">{{MONTH}}<b>{{DAY}}</b>{{WEEKDAY}}</div>{{/TERM}}
<dl>
<div><dt>[[promise.who]]</dt><dd><strong>{{WHO}}</strong>{{#STEP}}<br>{{STATE}}{{/STEP}}</dd></div>
<div><dt>[[promise.until]]</dt><dd>{{#TERM}}<strong>{{DUE}}</strong><br>{{LEFT}}{{#PROVISIONAL}}<br>[[promise.provisional]]{{/PROVISIONAL}}{{#DAYS}}<svg class="hearth-days" viewBox="0 0 300 12" role="img" aria-label="{{DAYS_LABEL}}"><path class="gone" d="{{GONE}}"/><path class="left" d="{{OPEN}}"/><path class="due" d="{{LAST}}"/></svg>{{/DAYS}}{{/TERM}}{{#NO_TERM}}[[promise.no_term]]{{/NO_TERM}}</dd></div>
<div><dt>[[promise.passes]]</dt><dd><strong>{{EXPIRY}}</strong>{{#YOU}}<br>[[promise.silence]]{{/YOU}}</dd></div>
</dl>
</section>
<h2>[[matter.happened]]</h2>
<ol class="hearth-timeline">
{{#NOW}}<li class="now"><span class="when">[[matter.now]]</span><h3>{{STATE}}</h3></li>
{{/NOW}}
{{#ACT}}<li><span class="when">{{WHEN}}</span><h3>{{TITLE_OF}}</h3><p>{{BY}}{{#OUTCOME}} <span class="govuk-tag govuk-tag--done">{{OUTCOME_WORD}}</span>{{/OUTCOME}}</p>
{{#FIELD}}<p class="words"><span class="soft">{{LABEL}}</span><br>{{VALUE:p}}</p>{{/FIELD}}{{#ERASED}}<p class="soft">[[matter.erased]]</p>{{/ERASED}}{{#TERM_SET}}<p>{{DUE_WORDS}}</p>{{/TERM_SET}}
<details class="govuk-details small"><summary>[[matter.proof]]</summary><div><p>[[matter.entry]]</p><p><code>{{LEAF_HASH}}</code></p><p><a href="{{HOME}}/record#verify">[[footer.verify]]</a></p></div></details></li>
{{/ACT}}
</ol>
</div>
<aside aria-label="[[matter.aside]]">
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[matter.receipt]]</h2>
<p>[[matter.number]] <b class="nowrap">{{NUMBER}}</b><br>[[matter.receipt_note]]</p>
<form action="{{HOME}}/receipt" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[matter.receipt_file]]</button></form></section>
<section class="no-print"><h2 class="govuk-heading-m">[[matter.you_can]]</h2>
<ul class="hearth-list">{{#CAN}}<li><b>{{TITLE_OF}}</b></li>{{/CAN}}</ul>
<p>[[matter.you_can_note]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p></section>
</aside></div>
[[>bottom.tpl]]
