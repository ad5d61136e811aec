[[>top.tpl]]
<p class="no-print hearth-text">[[notice.how]]</p>
<article class="hearth-sheet">
<p class="head"><span>{{OFFICE}}{{#ABOVE}} · {{ABOVE_NAMES}}{{/ABOVE}}</span>{{#ABOUT}}<span>{{ABOUT_WORDS}}</span>{{/ABOUT}}</p>
<h1>{{NOTICE_TITLE}}</h1>
{{#PART_OF}}{{#LABELLED}}<h2>{{LABEL}}</h2>{{/LABELLED}}<p class="words">{{WORDS:p}}</p>
{{/PART_OF}}
{{#OBJECTING}}<h2>[[notice.not_agree]]</h2><p>{{OBJECTING_WORDS}}</p><ul>{{#ROUTE}}<li>{{ROUTE_WORDS}}</li>
{{/ROUTE}}</ul>{{/OBJECTING}}
<p class="seal">{{OFFICE}}{{#PLACE}}<br>{{PLACE_WORDS}}{{/PLACE}}{{#TELEPHONE}}<br>[[page.telephone]] {{TELEPHONE_WORDS}}{{/TELEPHONE}}<br>{{POSTED}}</p>
<div class="foot"><svg class="hearth-qr" viewBox="0 0 {{QR_SIDE}} {{QR_SIDE}}" role="img" aria-label="[[notice.qr]]"><path d="{{QR_PATH}}"/></svg>
<div class="small"><p><b>[[notice.verify]]</b><br>[[notice.entry]] [[record.witnesses]][[page.colon]]{{WITNESSES}}</p>
<p><code>{{LEAF_HASH}}</code></p><p>[[record.key]]<br><code>{{VKEY}}</code></p>
<p>[[board.address]]<br><span class="hearth-address">{{#ADDRESS}}{{PART}}<wbr>{{/ADDRESS}}</span></p></div></div>
</article>
[[>bottom.tpl]]
