[[>top.tpl]]
<div class="hearth-text"><h1>[[procedures.title]]</h1>
<p>[[procedures.lead]]</p>
<ul class="hearth-doors">
{{#ONE}}<li><a href="{{LINK}}">{{NAME}}</a><small>[[procedures.version]]</small></li>
{{/ONE}}
</ul></div>
[[>bottom.tpl]]
