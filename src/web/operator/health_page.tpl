[[>top.tpl]]
[[>operator_pages.tpl]]
<span class="govuk-caption-l">[[health.looked_at]] {{AT}} · <a href="{{ROOT}}health">[[health.again]]</a></span>
<h1>{{VERDICT}}</h1>
{{#WARNING}}<section class="hearth-card"><h2 class="govuk-heading-m"><span class="govuk-tag govuk-tag--soon">[[health.look]]</span> {{WHAT}}</h2><p class="soft">{{OFFICE_NAMES}}</p><p>{{WORDS}}</p><p><b>[[doctor.to_do]]</b> {{TO_DO}}</p></section>
{{/WARNING}}
<table class="govuk-table hearth-stack" role="table"><caption>[[health.everything]]</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[health.what]]</th><th scope="col" role="columnheader">[[health.office]]</th><th scope="col" role="columnheader">[[health.state]]</th><th scope="col" role="columnheader">[[health.now]]</th></tr></thead>
<tbody role="rowgroup">
{{#ONE}}<tr role="row"><th scope="row" role="rowheader">{{WHAT}}</th><td role="cell" data-label="[[health.office]]">{{OFFICE_NAMES}}</td><td role="cell" data-label="[[health.state]]">{{#FINE}}<span class="govuk-tag govuk-tag--done">[[health.fine]]</span>{{/FINE}}{{#LOOK}}<span class="govuk-tag govuk-tag--soon">[[health.look]]</span>{{/LOOK}}</td><td role="cell" data-label="[[health.now]]">{{WORDS}}</td></tr>
{{/ONE}}
</tbody></table>
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[health.refused]]</h2><p>[[health.refused_note]]</p><p><code>hearth doctor</code> · <a href="/metrics"><code>/metrics</code></a></p></section>
[[>bottom.tpl]]
