[[>top.tpl]]
<div class="hearth-text">
{{#WRONG}}<div class="govuk-error-summary" tabindex="-1" autofocus aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><ul><li><a href="#code">{{MESSAGE}}</a></li></ul></div>{{/WRONG}}
<h1>[[household.title]]</h1>
<p>[[household.lead]]</p>
<form id="form" action="{{HOME}}/household" method="post" autocomplete="off">
<input type="hidden" name="key" value="{{KEY}}">
<div class="govuk-form-group"><label class="govuk-label" for="label">[[household.label]]</label>
<p class="govuk-hint" id="label-hint">[[household.label_hint]]</p>
<input class="govuk-input govuk-input--width-20" id="label" name="label" type="text" value="{{LABEL}}" maxlength="40" spellcheck="false" autocapitalize="none" aria-describedby="label-hint"></div>
<div class="govuk-form-group{{#WRONG}} govuk-form-group--error{{/WRONG}}"><label class="govuk-label" for="code">[[household.code]]</label>
<p class="govuk-hint" id="code-hint">[[household.code_hint]]</p>
{{#WRONG}}<p class="govuk-error-message" id="code-error">{{MESSAGE}}</p>{{/WRONG}}
<input class="govuk-input govuk-input--width-20{{#WRONG}} govuk-input--error{{/WRONG}}" id="code" name="code" type="text" maxlength="40" spellcheck="false" autocapitalize="characters" aria-describedby="code-hint{{#WRONG}} code-error{{/WRONG}}"></div>
<button class="govuk-button" type="submit" name="go" value="prove">[[household.button]]</button>
</form>
<h2>[[household.next_title]]</h2>
<ul class="hearth-checks"><li>[[household.next_code]]</li><li>[[household.next_use]]</li><li>[[household.next_record]]</li><li>[[household.next_back]]</li></ul>
<h2>[[household.lost_title]]</h2>
<p>[[household.lost]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p>
</div>
[[>bottom.tpl]]
