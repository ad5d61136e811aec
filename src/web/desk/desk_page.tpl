[[>top.tpl]]
<span class="govuk-caption-l">[[desk.title]]</span><h1>{{TODAY_IS}}</h1>
<form class="hearth-card hearth-filter" action="{{HOME}}/desk" method="get" role="search">
<div class="govuk-form-group"><label class="govuk-label" for="q">[[desk.words]]</label><input class="govuk-input" id="q" name="q" type="search" value="{{WORDS}}"></div>
<div class="govuk-form-group"><label class="govuk-label" for="procedure">[[desk.procedure]]</label><select class="govuk-select" id="procedure" name="procedure"><option value="">[[desk.all]]</option>{{#PROCEDURE}}<option value="{{PROCEDURE_ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{PROCEDURE_NAME}}</option>{{/PROCEDURE}}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="turn">[[desk.turn]]</label><select class="govuk-select" id="turn" name="turn"><option value="">[[desk.turn_anyone]]</option>{{#TURN_OPTION}}<option value="{{TURN_ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TURN_NAME}}</option>{{/TURN_OPTION}}</select></div>
<button class="govuk-button govuk-button--secondary" type="submit">[[desk.filter]]</button></form>
<p class="soft">[[desk.no_person]]</p>
<table class="govuk-table hearth-stack" role="table"><caption>{{COUNT}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[desk.due]]</th><th scope="col" role="columnheader">[[desk.matter]]</th><th scope="col" role="columnheader">[[desk.step]]</th><th scope="col" role="columnheader">[[desk.turn]]</th><th scope="col" role="columnheader">[[desk.since]]</th></tr></thead>
<tbody role="rowgroup">
{{#MATTER}}<tr role="row"><th scope="row" role="rowheader">{{#DUE}}{{#LATE}}<span class="govuk-tag govuk-tag--late">[[desk.late]]</span> {{/LATE}}{{#TODAY}}<span class="govuk-tag govuk-tag--now">[[desk.today]]</span> {{/TODAY}}{{#TOMORROW}}<span class="govuk-tag govuk-tag--soon">[[desk.tomorrow]]</span> {{/TOMORROW}}{{DUE_DAY}}{{/DUE}}{{#NO_DUE}}<span class="soft">[[desk.no_due]]</span>{{/NO_DUE}}</th><td role="cell" data-label="[[desk.matter]]"><a href="{{LINK}}">{{HEADING}}</a><br><small class="soft">{{NUMBER}}</small></td><td role="cell" data-label="[[desk.step]]">{{STATE}}</td><td role="cell" data-label="[[desk.turn]]">{{TURN}}</td><td role="cell" data-label="[[desk.since]]">{{#NEW}}<span class="govuk-tag govuk-tag--new">[[desk.new]]</span>{{/NEW}}</td></tr>
{{/MATTER}}
</tbody></table>
{{#PAGER}}<form action="{{HOME}}/desk" method="get"><input type="hidden" name="q" value="{{WORDS}}"><input type="hidden" name="turn" value="{{TURN_NOW}}"><input type="hidden" name="procedure" value="{{PROCEDURE_NOW}}">{{#EARLIER}}<button class="govuk-button govuk-button--secondary" name="page" value="{{EARLIER_PAGE}}">[[desk.earlier]]</button>{{/EARLIER}}{{#LATER}}<button class="govuk-button govuk-button--secondary" name="page" value="{{LATER_PAGE}}">[[desk.later]]</button>{{/LATER}}</form>{{/PAGER}}
[[>bottom.tpl]]
