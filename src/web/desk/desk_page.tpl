[[>top.tpl]]
[[>faults.tpl]]
<span class="govuk-caption-l">[[desk.title]]</span><h1>{{TODAY_IS}}</h1>
{{#SUMMARY}}<section class="govuk-inset-text" aria-labelledby="summary"><h2 class="govuk-heading-m" id="summary">[[desk.summary]]</h2><ul>{{#LINE}}<li><a href="{{LINE_LINK}}">{{LINE_WORDS}}</a></li>{{/LINE}}</ul></section>{{/SUMMARY}}
<h2>[[desk.by_due]]</h2>
<form class="hearth-card hearth-filter" action="{{HOME}}/desk" method="get" role="search">
<div class="govuk-form-group"><label class="govuk-label" for="q">[[desk.words]]</label><input class="govuk-input" id="q" name="q" type="search" value="{{WORDS}}"></div>
<div class="govuk-form-group"><label class="govuk-label" for="procedure">[[desk.procedure]]</label><select class="govuk-select" id="procedure" name="procedure"><option value="">[[desk.all]]</option>{{#PROCEDURE}}<option value="{{PROCEDURE_ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{PROCEDURE_NAME}}</option>{{/PROCEDURE}}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="turn">[[desk.turn]]</label><select class="govuk-select" id="turn" name="turn"><option value="">[[desk.turn_anyone]]</option>{{#TURN_OPTION}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/TURN_OPTION}}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="due">[[desk.due]]</label><select class="govuk-select" id="due" name="due"><option value="">[[desk.any_day]]</option>{{#DUE_OPTION}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/DUE_OPTION}}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="since">[[desk.since]]</label><select class="govuk-select" id="since" name="since"><option value="">[[desk.all]]</option>{{#SINCE_OPTION}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/SINCE_OPTION}}</select></div>
<button class="govuk-button govuk-button--secondary" type="submit">[[desk.filter]]</button></form>
<p class="soft">[[desk.no_person]]{{#FILTERED}} <a href="{{HOME}}/desk">[[desk.show_all]]</a>{{/FILTERED}}</p>
{{#CUT}}<p class="govuk-inset-text">[[desk.cut]]</p>{{/CUT}}
{{#TOGETHER}}<form id="together" action="{{HOME}}/desk/together" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="key" value="{{KEY}}"><input type="hidden" name="page" value="{{PAGE_NOW}}">[[>kept_filter.tpl]]</form>{{/TOGETHER}}
<table class="govuk-table hearth-stack hearth-stack--short" role="table"><caption>{{COUNT}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[desk.due]]</th><th scope="col" role="columnheader">[[desk.matter]]</th><th scope="col" role="columnheader">[[desk.step]]</th><th scope="col" role="columnheader">[[desk.turn]]</th><th scope="col" role="columnheader">[[desk.since]]</th><th scope="col" role="columnheader">[[desk.together]]</th></tr></thead>
<tbody role="rowgroup">
{{#MATTER}}<tr role="row"><th scope="row" role="rowheader">{{#DUE}}{{#LATE}}<span class="govuk-tag govuk-tag--late">[[desk.late]]</span> {{/LATE}}{{#TODAY}}<span class="govuk-tag govuk-tag--now">[[desk.today]]</span> {{/TODAY}}{{#TOMORROW}}<span class="govuk-tag govuk-tag--soon">[[desk.tomorrow]]</span> {{/TOMORROW}}{{DUE_DAY}}{{/DUE}}{{#NO_DUE}}<span class="soft">[[desk.no_due]]</span>{{/NO_DUE}}</th><td role="cell"><a href="{{LINK}}">{{HEADING}}</a><br><small class="soft">{{NUMBER}}</small></td><td role="cell" data-label="[[desk.step]]">{{STATE}}</td><td role="cell" data-label="[[desk.turn]]">{{TURN}}</td><td role="cell" data-label="[[desk.since]]">{{#NEWS}}{{#NEW}}<span class="govuk-tag govuk-tag--new">[[desk.new]]</span> {{/NEW}}{{LAST_ACT}}{{/NEWS}}{{#BOUNCED}} <span class="govuk-tag govuk-tag--soon">[[desk.mail_back]]</span>{{/BOUNCED}}</td><td role="cell">{{#BOX}}<input class="hearth-tick" type="checkbox" form="together" id="m{{MATTER_ID}}" name="m{{MATTER_ID}}" value="{{SEEN}}"> <label for="m{{MATTER_ID}}">[[desk.select]]<span class="govuk-visually-hidden"> {{NUMBER}}</span></label>{{/BOX}}{{#ALONE}}<span class="soft">[[desk.alone]]</span>{{/ALONE}}</td></tr>
{{/MATTER}}
</tbody></table>
{{#TOGETHER}}<section class="hearth-card hearth-card--sand" aria-labelledby="selected"><h2 class="govuk-heading-m" id="selected">[[desk.selected]]</h2><p>[[desk.selected_note]]</p>{{#DO}}<button class="govuk-button govuk-button--secondary" type="submit" form="together" name="do" value="{{DO_ID}}">{{DO_WORDS}}</button> {{/DO}}</section>{{/TOGETHER}}
{{#PAGER}}<form class="hearth-pager" action="{{HOME}}/desk" method="get">[[>kept_filter.tpl]]{{#EARLIER}}<button class="govuk-button govuk-button--secondary" name="page" value="{{EARLIER_PAGE}}">[[desk.earlier]]</button>{{/EARLIER}} <span>{{WHICH_PAGE}}</span> {{#LATER}}<button class="govuk-button govuk-button--secondary" name="page" value="{{LATER_PAGE}}">[[desk.later]]</button>{{/LATER}}</form>{{/PAGER}}
<p><a href="{{HOME}}/desk/deputy">[[deputy.link]]</a></p>
[[>bottom.tpl]]
