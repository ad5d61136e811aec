[[>top.tpl]]
<div class="hearth-text">
<h1>[[raise.choose]]</h1>
<p>[[raise.choose_lead]]</p>
<ul class="hearth-doors">
{{#WAY}}<li><a href="{{LINK}}">{{NAME}}</a><small>{{PROCEDURE}}</small></li>
{{/WAY}}
</ul>
<p class="govuk-inset-text">[[raise.otherwise]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p>
</div>
[[>bottom.tpl]]
