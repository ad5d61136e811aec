[[>top.tpl]]
[[>operator_pages.tpl]]
<span class="govuk-caption-l">{{LOOKED_AT}}</span>
<h1>[[rules.title]]</h1>
{{#OFFICE_RULES}}<section><h2>{{OFFICE_NAME}}</h2>
{{#TROUBLE}}<p><span class="govuk-tag govuk-tag--soon">[[rules.trouble]]</span></p><pre class="words" lang="en">{{WHY}}</pre>
{{/TROUBLE}}{{#IN_FORCE}}<p><b>[[foresight.in_force]]</b>[[list.colon]]{{IN_FORCE_WORDS}}</p>
{{/IN_FORCE}}{{#PUBLISHED}}<p>[[rules.published]][[list.colon]]{{YEARS}}</p>
{{/PUBLISHED}}{{#NOT_PUBLISHED}}<p class="govuk-inset-text">{{NOT_YET}}</p>
{{/NOT_PUBLISHED}}{{#SAME}}<p>[[foresight.same]]</p>
{{/SAME}}{{#OTHER}}<p><b>[[foresight.other]]</b>[[list.colon]]{{OTHER_WORDS}}</p>
{{/OTHER}}{{#REFUSED}}<p><span class="govuk-tag govuk-tag--late">[[foresight.refused]]</span></p><pre class="words" lang="en">{{REFUSED_WORDS}}</pre>
{{/REFUSED}}{{#PART}}<h3>{{HEAD}}</h3>
{{#LINES}}<ul>{{#LINE}}<li>{{WORDS}}</li>{{/LINE}}</ul>
{{/LINES}}{{/PART}}</section>
{{/OFFICE_RULES}}
<section class="hearth-card hearth-card--sand"><p>[[rules.take]] <code>hearth preview OFFICE</code></p></section>
[[>bottom.tpl]]
