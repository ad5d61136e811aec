[[>top.tpl]]
<div class="hearth-text"><h1>[[home.title]]</h1>
<p>[[home.lead]]</p>
<ul class="hearth-doors">
{{#ONE}}<li><a href="{{LINK}}">{{NAME}}</a><small>{{NOTE}}</small></li>
{{/ONE}}
</ul></div>
[[>bottom.tpl]]
