[[>top.tpl]]
<div class="hearth-text">
<h1>{{WHERE}}</h1>
<p>[[openid.going_on]]</p>
<p><a class="govuk-button" href="{{ADDRESS}}">[[form.continue]]</a></p>
</div>
[[>bottom.tpl]]
