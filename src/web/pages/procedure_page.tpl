[[>top.tpl]]
<span class="govuk-caption-l">[[procedure.caption]]</span><h1>{{NAME}}</h1>
<p class="hearth-text">[[procedure.lead]]</p>
<p class="hearth-text"><b>[[procedure.diagram]]</b>[[list.colon]]<a href="{{HERE}}/telephone.svg">[[procedure.diagram_telephone]]</a> · <a href="{{HERE}}/a3.svg">[[procedure.diagram_a3]]</a></p>
<table class="govuk-table hearth-stack" role="table">
<caption>[[procedure.states]]</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[procedure.state]]</th><th scope="col" role="columnheader">[[procedure.who]]</th><th scope="col" role="columnheader">[[procedure.term]]</th><th scope="col" role="columnheader">[[procedure.expiry]]</th></tr></thead>
<tbody role="rowgroup">
{{#STATE}}<tr role="row"><th scope="row" role="rowheader">{{TITLE_OF}}</th><td role="cell" data-label="[[procedure.who]]">{{WHO}}</td><td role="cell" data-label="[[procedure.term]]">{{TERM}}</td><td role="cell" data-label="[[procedure.expiry]]">{{EXPIRY}}</td></tr>
{{/STATE}}
</tbody></table>
<h2 id="yours">[[procedure.yours]]</h2>
<p class="hearth-text">[[procedure.yours_note]]</p>
<ul class="hearth-list">
{{#YOURS}}<li><b>{{TITLE_OF}}</b><small>{{WHEN}}{{#LEADS}} → {{TO}}{{/LEADS}}</small></li>
{{/YOURS}}
</ul>
<h2 id="theirs">[[procedure.theirs]]</h2>
<table class="govuk-table hearth-stack" role="table" aria-labelledby="theirs">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[procedure.act]]</th><th scope="col" role="columnheader">[[procedure.by]]</th><th scope="col" role="columnheader">[[procedure.leads]]</th><th scope="col" role="columnheader">[[procedure.appeal]]</th></tr></thead>
<tbody role="rowgroup">
{{#THEIRS}}<tr role="row"><th scope="row" role="rowheader">{{TITLE_OF}}</th><td role="cell" data-label="[[procedure.by]]">{{BY}}</td><td role="cell" data-label="[[procedure.leads]]">{{TO}}{{#OUTCOMES}} <span class="soft">({{WORDS}})</span>{{/OUTCOMES}}</td><td role="cell" data-label="[[procedure.appeal]]">{{APPEAL}}</td></tr>
{{/THEIRS}}
</tbody></table>
<div class="hearth-text">
{{#ROUTES}}<h2 id="routes">[[procedure.routes]]</h2><ul>{{#ROUTE}}<li>{{TITLE_OF}}{{#ROUTE_TERM}} ({{TERM}}){{/ROUTE_TERM}}</li>{{/ROUTE}}</ul>{{/ROUTES}}
<h2 id="notices">[[procedure.notices]]</h2>
<p>[[procedure.notices_note]]</p>
<details class="govuk-details"><summary>[[procedure.notices_open]]</summary><div><ul>{{#NOTICE}}<li>{{TITLE_OF}}</li>{{/NOTICE}}</ul></div></details>
<h2 id="basis">[[procedure.basis]]</h2>
<ul class="hearth-checks">{{#BASIS}}<li{{#UNCHECKED}} class="warn"{{/UNCHECKED}}>{{LAW}}{{#ARTICLE}}[[procedure.article]]{{/ARTICLE}}{{#UNCHECKED}} <span class="govuk-tag govuk-tag--soon">[[procedure.unchecked]]</span>{{/UNCHECKED}}</li>{{/BASIS}}</ul>
</div>
[[>bottom.tpl]]
