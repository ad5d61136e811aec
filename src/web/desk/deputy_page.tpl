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
<div class="govuk-form-group"><label class="govuk-label" for="post">[[deputy.post]]</label><select class="govuk-select" id="post" name="post">{{#POST}}<option value="{{POST_ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{POST_WORDS}}</option>{{/POST}}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="deputy">[[deputy.who]]</label><select class="govuk-select" id="deputy" name="deputy"><option value=""></option>{{#COLLEAGUE}}<option{{#CHOSEN}} selected{{/CHOSEN}}>{{COLLEAGUE_LOGIN}}</option>{{/COLLEAGUE}}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="from">[[deputy.from]]</label><input class="govuk-input govuk-input--width-20" id="from" name="from" type="date" value="{{FROM}}"></div>
<div class="govuk-form-group"><label class="govuk-label" for="until">[[deputy.until]]</label><input class="govuk-input govuk-input--width-20" id="until" name="until" type="date" value="{{UNTIL}}"></div>
<button class="govuk-button" type="submit">[[deputy.send]]</button>
<p class="soft">[[deputy.on_record]]</p>
</form>{{/FORM}}
</div>
[[>bottom.tpl]]
