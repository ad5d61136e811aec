[[>top.tpl]]
<h1>[[office.title]]</h1>
<ul class="hearth-doors">
<li><a href="{{HOME}}/raise">[[office.raise]]</a><small>[[office.raise_note]]</small></li>
<li><a href="{{HOME}}/matter">[[office.follow]]</a><small>[[office.follow_note]]</small></li>
<li><a href="{{HOME}}/procedures">[[office.rules]]</a><small>[[office.rules_note]]</small></li>
</ul>
<div class="hearth-cols"><div>
<h2 id="raise">[[raise.title]]</h2>
<p>[[raise.lead]]</p>
<ul class="hearth-list">
<li><b><a href="{{HOME}}/raise">[[raise.here]]</a></b><small>[[raise.here_note]]</small></li>
<li><b>[[raise.in_person]]</b><small>{{#PLACE}}{{PLACE_WORDS}} · {{/PLACE}}[[raise.in_person_note]]</small></li>
<li><b>[[raise.by_telephone]]</b><small>{{#TELEPHONE}}<a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a> · {{/TELEPHONE}}[[raise.by_telephone_note]]</small></li>
<li><b>[[raise.on_paper]]</b><small>[[raise.on_paper_note]]</small></li>
<li><b>[[raise.by_program]]</b><small>[[raise.by_program_note]] <code>POST /api/requests</code></small></li>
</ul>
<ul class="hearth-checks"><li>[[raise.receipt]]</li><li>[[raise.who_sees]]</li>{{#FIRST_TERM}}<li>[[raise.first_term]]</li>{{/FIRST_TERM}}<li>[[raise.next_level]]</li></ul>
{{#OVERDUE_BELOW}}<h2 id="below">[[office.below]]</h2>
<p>[[office.below_note]]</p>
<ul class="hearth-list">{{#WATCH}}<li><b class="nowrap">{{WATCH_NUMBER}}</b> {{WATCH_WORDS}}<small>{{WATCH_SINCE}}</small></li>
{{/WATCH}}</ul>{{/OVERDUE_BELOW}}
<h2 id="notices">[[office.notices]]</h2>
{{#NOTICES}}<ul class="hearth-list">{{#NOTICE}}<li><b><a href="{{NOTICE_LINK}}">{{NOTICE_TITLE}}</a></b>{{#ABOUT}} · {{ABOUT_WORDS}}{{/ABOUT}}<small>{{POSTED}}</small></li>
{{/NOTICE}}</ul>{{/NOTICES}}{{#NO_NOTICES}}<p>[[board.none]]</p>{{/NO_NOTICES}}
<p><a href="{{HOME}}/notices">[[office.notices_all]]</a> · <a href="{{HOME}}/feed">[[footer.feed]]</a></p>
{{#FIGURES}}<h2 id="figures">[[figures.title]]</h2>
<p>[[figures.lead]]</p>
<table class="govuk-table hearth-stack" role="table"><caption>{{PROCEDURE}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[figures.quarter]]</th><th scope="col" role="columnheader">[[figures.received]]</th><th scope="col" role="columnheader">[[figures.answered]]</th><th scope="col" role="columnheader">[[figures.kept]]</th><th scope="col" role="columnheader">[[figures.overturned]]</th><th scope="col" role="columnheader">[[figures.confirmed]]</th></tr></thead>
<tbody role="rowgroup">
{{#QUARTER}}<tr role="row"><th scope="row" role="rowheader">{{WHEN}}</th><td class="num" role="cell" data-label="[[figures.received]]">{{RECEIVED}}</td><td class="num" role="cell" data-label="[[figures.answered]]">{{ANSWERED}}</td><td class="num" role="cell" data-label="[[figures.kept]]">{{KEPT}}</td><td class="num" role="cell" data-label="[[figures.overturned]]">{{OVERTURNED}}</td><td class="num" role="cell" data-label="[[figures.confirmed]]">{{CONFIRMED}}</td></tr>
{{/QUARTER}}
</tbody></table>
<details class="govuk-details"><summary>[[figures.how]]</summary><div>
<ul><li>[[figures.formula_received]]</li><li>[[figures.formula_answered]]</li><li>[[figures.formula_kept]]</li><li>[[figures.formula_overturned]]</li><li>[[figures.formula_confirmed]]</li></ul>
<p>[[figures.small]]</p></div></details>{{/FIGURES}}
{{#NO_FIGURES}}<h2 id="figures">[[figures.title]]</h2><p>[[figures.none]]</p>{{/NO_FIGURES}}
<h2 id="verify">[[record.title]]</h2>
<p>[[record.lead]]</p>
<dl class="govuk-summary-list">
<div><dt>[[record.size]]</dt><dd>{{SIZE}}</dd></div>
<div><dt>[[record.root]]</dt><dd><code>{{ROOT_HASH}}</code></dd></div>
<div><dt>[[record.witnesses]]</dt><dd>{{WITNESSES}}</dd></div>
</dl>
<p><a href="{{HOME}}/record">[[record.verify_yourself]]</a></p>
</div>
<aside aria-label="[[office.aside]]">
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[office.come]]</h2>
<p><b>{{OFFICE}}</b>{{#PLACE}}<br>{{PLACE_WORDS}}{{/PLACE}}{{#HOURS}}<br>[[office.hours]] {{HOURS_WORDS}}{{/HOURS}}{{#TELEPHONE}}<br>[[page.telephone]] <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p>
{{#RECEPTIONS}}<p><b>[[office.receptions]]</b></p><ul>{{#RECEPTION}}<li>{{RECEPTION_WORDS}}</li>{{/RECEPTION}}</ul>{{/RECEPTIONS}}
<p>[[office.come_note]]</p>{{#HOUSEHOLD}}<p><a href="{{HOME}}/household">[[household.link]]</a></p>{{/HOUSEHOLD}}</section>
{{#LEVELS}}<section class="hearth-card"><h2 class="govuk-heading-m">[[office.levels]]</h2><p>[[office.levels_note]]</p><ol class="hearth-list">{{#LEVEL}}<li>{{#LINKED}}<a href="{{LINK}}">{{NAME}}</a>{{/LINKED}}{{#PLAIN}}{{NAME}}{{/PLAIN}}</li>{{/LEVEL}}</ol></section>{{/LEVELS}}
</aside></div>
[[>bottom.tpl]]
