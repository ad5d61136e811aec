[[>top.tpl]]
<div class="hearth-text">
{{#UNKNOWN}}<div class="govuk-error-summary" tabindex="-1" autofocus aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><ul><li><a href="#which">[[assist.unknown]]</a></li></ul></div>{{/UNKNOWN}}
<h1>[[assist.title]]</h1>
<p>[[assist.lead]]</p>
<h2>[[assist.new]]</h2>
<ul class="hearth-list">{{#WAY}}<li><a href="{{LINK}}">{{NAME}}</a><small>{{PROCEDURE}}</small></li>
{{/WAY}}</ul>
<p><a href="{{HOME}}/desk/field">[[field.title]]</a></p>
<h2>[[assist.running]]</h2>
<form action="{{HOME}}/desk/assist/word" method="post" autocomplete="off"><input type="hidden" name="token" value="{{TOKEN}}">
<div class="govuk-form-group{{#UNKNOWN}} govuk-form-group--error{{/UNKNOWN}}"><label class="govuk-label" for="which">[[assist.which]]</label><p class="govuk-hint" id="which-hint">[[assist.which_hint]]</p>{{#UNKNOWN}}<p class="govuk-error-message" id="which-error">[[assist.unknown]]</p>{{/UNKNOWN}}
<input class="govuk-input{{#UNKNOWN}} govuk-input--error{{/UNKNOWN}}" id="which" name="which" type="text" value="{{WHICH}}" aria-describedby="which-hint"></div>
<button class="govuk-button" type="submit">[[form.continue]]</button></form>
</div>
[[>bottom.tpl]]
