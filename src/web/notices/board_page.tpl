[[>top.tpl]]
<div class="no-print hearth-text"><h1>[[board.title]]</h1>
<p>[[board.lead]]</p>
{{#NOTICES}}<ul class="hearth-list">{{#NOTICE}}<li><b><a href="{{NOTICE_LINK}}">{{NOTICE_TITLE}}</a></b>{{#ABOUT}} · {{ABOUT_WORDS}}{{/ABOUT}}<small>{{POSTED}}</small></li>
{{/NOTICE}}</ul>{{/NOTICES}}{{#NO_NOTICES}}<p>[[board.none]]</p>{{/NO_NOTICES}}
<p><a href="{{HOME}}/feed">[[footer.feed]]</a></p>
<h2>[[board.sheet]]</h2><p>[[board.how]]</p></div>
<article class="hearth-sheet hearth-sheet--board" aria-labelledby="board">
<p class="head"><span>{{OFFICE}}{{#ABOVE}} · {{ABOVE_NAMES}}{{/ABOVE}}</span><span>{{TODAY}}</span></p>
<h2 class="title" id="board">[[board.heading]]</h2>
<h3>[[board.running]]</h3>
{{#ANY_RUNNING}}<ul>{{#RUNNING}}<li><b>{{NOTICE_TITLE}}</b>{{#ABOUT}} · {{ABOUT_WORDS}}{{/ABOUT}}<br>{{POSTED}}</li>
{{/RUNNING}}</ul>{{#MORE}}<p>{{MORE_WORDS}}</p>{{/MORE}}<p>[[board.object]]</p>{{/ANY_RUNNING}}{{#NONE_RUNNING}}<p>[[board.none]]</p>{{/NONE_RUNNING}}
<h3>[[board.come]]</h3>
<p>{{#PLACE}}{{PLACE_WORDS}}{{/PLACE}}{{#HOURS}}<br>[[board.hours]] {{HOURS_WORDS}}{{/HOURS}}{{#TELEPHONE}}<br>[[page.telephone]] {{TELEPHONE_WORDS}}{{/TELEPHONE}}<br>[[footer.same_terms]]</p>
{{#RECEPTIONS}}<h3>[[board.receptions]]</h3><ul>{{#RECEPTION}}<li>{{RECEPTION_WORDS}}</li>
{{/RECEPTION}}</ul>{{/RECEPTIONS}}
{{#FIGURES}}<h3>[[figures.title]]</h3>
<table class="hearth-stack hearth-stack--short" role="table" aria-label="[[figures.title]]"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[figures.quarter]]</th><th scope="col" role="columnheader">[[figures.received]]</th><th scope="col" role="columnheader">[[figures.answered]]</th><th scope="col" role="columnheader">[[figures.kept]]</th><th scope="col" role="columnheader">[[figures.overturned]]</th><th scope="col" role="columnheader">[[figures.confirmed]]</th></tr></thead>
<tbody role="rowgroup">{{#QUARTER}}<tr role="row"><th scope="row" role="rowheader">{{WHEN}}</th><td role="cell" data-label="[[figures.received]]">{{RECEIVED}}</td><td role="cell" data-label="[[figures.answered]]">{{ANSWERED}}</td><td role="cell" data-label="[[figures.kept]]">{{KEPT}}</td><td role="cell" data-label="[[figures.overturned]]">{{OVERTURNED}}</td><td role="cell" data-label="[[figures.confirmed]]">{{CONFIRMED}}</td></tr>
{{/QUARTER}}</tbody></table>
<p class="small">[[figures.small]]</p>{{/FIGURES}}
<div class="foot"><svg class="hearth-qr" viewBox="0 0 {{QR_SIDE}} {{QR_SIDE}}" role="img" aria-label="[[board.qr]]"><path d="{{QR_PATH}}"/></svg>
<div class="small"><p><b>[[board.record]]</b><br>[[board.record_words]] [[record.witnesses]][[page.colon]]{{WITNESSES}}</p>
<p>[[record.root]]<br><code>{{ROOT_HASH}}</code></p><p>[[record.key]]<br><code>{{VKEY}}</code></p>
<p>[[board.address]]<br><span class="hearth-address">{{#ADDRESS}}{{PART}}<wbr>{{/ADDRESS}}</span></p></div></div>
</article>
[[>bottom.tpl]]
