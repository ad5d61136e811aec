[[>top.tpl]]
<div class="hearth-text">
{{#DONE}}<div class="hearth-told" role="status"><p><b>[[deputy.done]]</b></p></div>{{/DONE}}
[[>faults.tpl]]
<h1>[[deputy.title]]</h1>
<p>[[deputy.what]]</p>
{{#DEPUTIES}}<h2>[[deputy.now]]</h2><ul>{{#DEPUTY}}<li>{{DEPUTY_WORDS}}</li>{{/DEPUTY}}</ul>{{/DEPUTIES}}
{{#NOBODY}}<p class="govuk-inset-text">[[deputy.no_colleague]]</p>{{/NOBODY}}
{{#FORM}}<form id="form" action="{{HOME}}/desk/deputy" method="post" autocomplete="off">
<input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="key" value="{{KEY}}">
<div class="govuk-form-group{{#WRONG_POST}} govuk-form-group--error{{/WRONG_POST}}"><label class="govuk-label" for="post">[[deputy.post]]</label>{{#WRONG_POST}}<p class="govuk-error-message" id="post-error">{{WRONG_WORDS}}</p>{{/WRONG_POST}}<select class="govuk-select" id="post" name="post"{{#WRONG_POST}} aria-describedby="post-error"{{/WRONG_POST}}>{{#POST}}<option value="{{POST_ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{POST_WORDS}}</option>{{/POST}}</select></div>
<div class="govuk-form-group{{#WRONG_DEPUTY}} govuk-form-group--error{{/WRONG_DEPUTY}}"><label class="govuk-label" for="deputy">[[deputy.who]]</label>{{#WRONG_DEPUTY}}<p class="govuk-error-message" id="deputy-error">{{WRONG_WORDS}}</p>{{/WRONG_DEPUTY}}<select class="govuk-select" id="deputy" name="deputy"{{#WRONG_DEPUTY}} aria-describedby="deputy-error"{{/WRONG_DEPUTY}}><option value=""></option>{{#COLLEAGUE}}<option{{#CHOSEN}} selected{{/CHOSEN}}>{{COLLEAGUE_LOGIN}}</option>{{/COLLEAGUE}}</select></div>
<div class="govuk-form-group{{#WRONG_FROM}} govuk-form-group--error{{/WRONG_FROM}}"><label class="govuk-label" for="from">[[deputy.from]]</label>{{#WRONG_FROM}}<p class="govuk-error-message" id="from-error">{{WRONG_WORDS}}</p>{{/WRONG_FROM}}<input class="govuk-input govuk-input--width-20" id="from" name="from"{{#WRONG_FROM}} aria-describedby="from-error"{{/WRONG_FROM}} type="date" value="{{FROM}}"></div>
<div class="govuk-form-group{{#WRONG_UNTIL}} govuk-form-group--error{{/WRONG_UNTIL}}"><label class="govuk-label" for="until">[[deputy.until]]</label>{{#WRONG_UNTIL}}<p class="govuk-error-message" id="until-error">{{WRONG_WORDS}}</p>{{/WRONG_UNTIL}}<input class="govuk-input govuk-input--width-20" id="until" name="until"{{#WRONG_UNTIL}} aria-describedby="until-error"{{/WRONG_UNTIL}} type="date" value="{{UNTIL}}"></div>
<button class="govuk-button" type="submit">[[deputy.send]]</button>
<p class="soft">[[deputy.on_record]]</p>
</form>{{/FORM}}
</div>
[[>bottom.tpl]]
