[[>top.tpl]]
<div class="hearth-text">
{{#UNKNOWN}}<div class="govuk-error-summary" tabindex="-1" autofocus aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><ul><li><a href="#code">{{MESSAGE}}</a></li></ul></div>{{/UNKNOWN}}
<h1>[[ask.title]]</h1>
<p>[[ask.lead]]</p>
<form action="{{HOME}}/matter" method="post" autocomplete="off">
<div class="govuk-form-group{{#UNKNOWN}} govuk-form-group--error{{/UNKNOWN}}">
<label class="govuk-label" for="code">[[ask.label]]</label>
<p class="govuk-hint" id="code-hint">[[ask.hint]]</p>
{{#UNKNOWN}}<p class="govuk-error-message" id="code-error">{{MESSAGE}}</p>{{/UNKNOWN}}
<input class="govuk-input govuk-input--width-20{{#UNKNOWN}} govuk-input--error{{/UNKNOWN}}" id="code" name="code" type="text" value="{{TYPED}}" maxlength="40" spellcheck="false" autocapitalize="characters" aria-describedby="code-hint{{#UNKNOWN}} code-error{{/UNKNOWN}}">
</div>
<button class="govuk-button" type="submit">[[ask.button]]</button>
</form>
<div class="govuk-inset-text"><p>[[ask.same_answer]]</p></div>
<h2>[[ask.lost]]</h2>
<p>[[ask.lost_note]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p>
</div>
[[>bottom.tpl]]
