[[>top.tpl]]
{{#RECORDED}}<div class="hearth-told" role="status"><p><b>[[told.recorded]]</b> [[told.recorded_note]]</p></div>{{/RECORDED}}
{{#NOTHING_CHOSEN}}<div class="govuk-error-summary" tabindex="-1" autofocus aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><ul><li><a href="#say-it">[[told.nothing_chosen]]</a></li></ul></div>{{/NOTHING_CHOSEN}}
{{#NOT_NOW}}<div class="govuk-error-summary" tabindex="-1" autofocus aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><p>[[told.not_now]]</p></div>{{/NOT_NOW}}
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
{{#HELD}}<div class="govuk-inset-text"><p>[[matter.held_by]] <b>{{WHERE}}</b>. [[matter.held_note]]</p>
{{#HELD_HERE}}<form action="{{THERE}}/matter" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[matter.go_there]]</button></form>{{/HELD_HERE}}{{#HELD_FAR}}<p><a href="{{THERE}}">[[matter.go_there]]</a></p>{{/HELD_FAR}}</div>{{/HELD}}
<form class="no-print" id="say-it" action="{{HOME}}/matter/word" method="post"><input type="hidden" name="code" value="{{CODE}}">
<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h2>{{#YOUR_WORD}}[[matter.your_word]]{{/YOUR_WORD}}{{#ANY_WORD}}[[matter.you_can]]{{/ANY_WORD}}</h2></legend>
<div class="govuk-radios">{{#CAN}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="act" id="act-{{ACT_ID}}" value="{{ACT_ID}}"><label class="govuk-radios__label" for="act-{{ACT_ID}}">{{TITLE_OF}}<small>{{LEADS}}</small></label></div>
{{/CAN}}</div></fieldset>
<button class="govuk-button" type="submit">[[form.continue]]</button>
<p class="soft">[[matter.you_can_note]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p></form>
{{#ENTERED}}<form class="govuk-inset-text no-print" action="{{HOME}}/matter/word" method="post"><h2 class="govuk-heading-m">[[entered.title]]</h2>
<p>{{ENTERED_WORDS}}</p>
<input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="act" value="{{ACT_ID}}"><input type="hidden" name="seen" value="{{SEEN}}">
<button class="govuk-button govuk-button--secondary" type="submit">[[entered.undo]]</button></form>{{/ENTERED}}
{{#NEWER}}<form class="govuk-inset-text no-print" action="{{HOME}}/matter/word" method="post"><h2 class="govuk-heading-m">[[newer.title]]</h2>
<p>{{NEWER_WORDS}} [[newer.note]]</p><p><a href="{{PROCEDURE}}">[[newer.read]]</a></p>
<input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="act" value="{{ACT_ID}}"><input type="hidden" name="seen" value="{{SEEN}}">
<button class="govuk-button govuk-button--secondary" type="submit">[[newer.take]]</button></form>{{/NEWER}}
<h2>[[matter.happened]]</h2>
<ol class="hearth-timeline">
{{#NOW}}<li class="now"><span class="when">[[matter.now]]</span><h3>{{STATE}}</h3></li>
{{/NOW}}
{{#ACT}}<li><span class="when">{{WHEN}}</span><h3>{{TITLE_OF}}</h3><p>{{BY}}{{#OUTCOME}} <span class="govuk-tag govuk-tag--done">{{OUTCOME_WORD}}</span>{{/OUTCOME}}</p>
{{#FIELD}}<p class="words"><span class="soft">{{LABEL}}</span>{{#WRITTEN}}<br>{{VALUE:p}}{{/WRITTEN}}{{#PAPER_THERE}}<br>{{PAPER_NAME}} ({{PAPER_SIZE}}, [[matter.paper_there]]){{/PAPER_THERE}}</p>{{#PAPER}}<form action="{{HOME}}/paper" method="post"><input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="paper" value="{{PAPER_FILE}}"><button class="govuk-button govuk-button--secondary" type="submit">{{PAPER_NAME}} ({{PAPER_SIZE}})</button></form>{{/PAPER}}{{/FIELD}}{{#ERASED}}<p class="soft">[[matter.erased]]</p>{{/ERASED}}{{#WORDS_THERE}}<p class="soft">[[matter.words_there]]</p>{{/WORDS_THERE}}{{#TERM_SET}}<p>{{DUE_WORDS}}</p>{{/TERM_SET}}
<details class="govuk-details small"><summary>[[matter.proof]]</summary><div><p>[[matter.entry]]</p><p><code>{{LEAF_HASH}}</code></p><p><a href="{{HOME}}/record#verify">[[footer.verify]]</a></p></div></details></li>
{{/ACT}}
</ol>
</div>
<aside aria-label="[[matter.aside]]">
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[matter.receipt]]</h2>
<p>[[matter.number]] <b class="nowrap">{{NUMBER}}</b><br>[[matter.receipt_note]]</p>
<form action="{{HOME}}/receipt/slip" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[receipt.print_slip]]</button></form>
<form action="{{HOME}}/receipt/sheet" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[receipt.print_sheet]]</button></form>
<form action="{{HOME}}/receipt" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[matter.receipt_file]]</button></form></section>
{{#NEWS}}<section class="hearth-card"><h2 class="govuk-heading-m">[[news.title]]</h2><p>[[news.offer]]</p>
<form action="{{HOME}}/news" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[news.see]]</button></form></section>{{/NEWS}}
<section class="hearth-card"><h2 class="govuk-heading-m">[[read.title]]</h2>{{#READ}}<ul class="hearth-list">{{#READING}}<li>{{READER}}<small>{{TIMES}} {{LAST_TIME}}</small></li>{{/READING}}</ul>{{/READ}}{{#NOT_READ}}<p>[[read.nobody]]</p>{{/NOT_READ}}
<form action="{{HOME}}/held" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="hearth-link" type="submit">[[held.see]]</button></form></section>
</aside></div>
[[>bottom.tpl]]
