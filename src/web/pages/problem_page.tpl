[[>top.tpl]]
<div class="hearth-text"><h1>{{HAPPENED}}</h1>
<p>{{WHY}}</p>
<div class="govuk-inset-text"><p>[[problem.nothing_lost]]</p></div>
<h2>[[problem.try]]</h2>
<ul class="hearth-list"><li>{{TRY}}</li>{{#NAV}}<li><a href="{{HOME}}">{{OFFICE}}</a><small>[[problem.go_home]]</small></li>{{/NAV}}<li><a href="{{ROOT}}">[[footer.offices]]</a></li>{{#TELEPHONE}}<li>[[problem.call]] <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a></li>{{/TELEPHONE}}</ul></div>
[[>bottom.tpl]]
