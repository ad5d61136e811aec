[[>top.tpl]]
<div class="hearth-told" role="status"><p><b>{{DONE}}</b>{{#SOME_REFUSED}} {{REFUSED}}{{/SOME_REFUSED}}</p></div>
<h1 id="what">{{WHAT}}</h1>
<table class="govuk-table hearth-stack hearth-stack--short" role="table" aria-labelledby="what">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[desk.matter]]</th><th scope="col" role="columnheader">[[desk.outcome]]</th></tr></thead>
<tbody role="rowgroup">
{{#LINE}}<tr role="row"><th scope="row" role="rowheader"><a href="{{LINK}}">{{HEADING}}</a><br><small class="soft">{{NUMBER}}</small></th><td role="cell">{{#RECORDED}}<span class="govuk-tag govuk-tag--done">[[desk.recorded_short]]</span>{{/RECORDED}}{{#NOT}}<span class="govuk-tag govuk-tag--late">[[desk.not_done]]</span> {{WHY}}{{/NOT}}</td></tr>
{{/LINE}}
</tbody></table>
<form action="{{HOME}}/desk" method="get">[[>kept_filter.tpl]]<button class="govuk-button" type="submit">[[desk.back_to_list]]</button></form>
[[>bottom.tpl]]
