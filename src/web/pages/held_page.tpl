[[>top.tpl]]
<div class="hearth-text">
<span class="govuk-caption-l">[[matter.number]] {{NUMBER}}</span><h1>[[held.title]]</h1>
<p>[[held.lead]]</p>
{{#ACT}}<section class="hearth-card"><h2 class="govuk-heading-m">{{TITLE_OF}}</h2><p class="soft">{{WHEN}}</p>
{{#GROUP}}<dl class="hearth-held">{{#FIELD}}<div class="what"><dt>{{LABEL}}</dt><dd>{{VALUE}}</dd></div>{{/FIELD}}
<div><dt>[[held.why_title]]</dt><dd>{{WHY}}</dd></div><div><dt>[[held.readers_title]]</dt><dd>{{READERS}}</dd></div><div><dt>[[held.until_title]]</dt><dd>{{UNTIL}}</dd></div></dl>
{{/GROUP}}{{#ERASED}}<p>[[held.erased]]</p>{{/ERASED}}{{#WORDS_THERE}}<p>[[matter.words_there]]</p>{{/WORDS_THERE}}</section>
{{/ACT}}{{#NO_ACT}}<p>[[held.nothing]]</p>{{/NO_ACT}}
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[held.stays_title]]</h2><p>[[held.stays]]</p></section>
{{#NEWS}}<section><h2>[[news.by_mail]]</h2><p>[[news.goes_to]] <b class="hearth-code">{{ADDRESS}}</b>. [[held.news]]</p></section>{{/NEWS}}
{{#FEED}}<section><h2>[[news.by_feed]]</h2><p>[[news.feed_since]] [[held.feed]]</p></section>{{/FEED}}
<section><h2>[[read.title]]</h2>{{#READ}}<ul class="hearth-list">{{#READING}}<li>{{READER}}<small>{{TIMES}} {{LAST_TIME}}</small></li>{{/READING}}</ul>{{/READ}}{{#NOT_READ}}<p>[[read.nobody]]</p>{{/NOT_READ}}<p class="soft">[[held.readings_kept]]</p></section>
<section><h2>[[held.erase_title]]</h2><p>[[held.erase]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p></section>
<section><h2>[[held.take_title]]</h2><p>[[held.take]]</p>
<form action="{{HOME}}/held/file" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="govuk-button govuk-button--secondary" type="submit">[[held.take_file]]</button></form>
<form action="{{HOME}}/matter" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="hearth-link" type="submit">[[receipt.back]]</button></form></section>
</div>
[[>bottom.tpl]]
