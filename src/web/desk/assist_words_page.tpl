[[>top.tpl]]
<div class="hearth-text">
{{#RECORDED}}<div class="hearth-told" role="status"><p><b>[[told.recorded]]</b> [[assist.recorded]]</p></div>{{/RECORDED}}
<span class="govuk-caption-l">{{NUMBER}} · {{PROCEDURE_NAME}}</span><h1>[[assist.words]]</h1>
<p class="govuk-inset-text">{{STATE}}</p>
<form action="{{HOME}}/desk/assist/word" method="post">
{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
{{/HIDDEN}}
{{#SOME}}<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-visually-hidden">[[assist.words]]</legend><div class="govuk-radios">{{#CAN}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="act" id="act-{{ACT_ID}}" value="{{ACT_ID}}"><label class="govuk-radios__label" for="act-{{ACT_ID}}">{{TITLE_OF}}<small>{{LEADS}}</small></label></div>
{{/CAN}}</div></fieldset>
<button class="govuk-button" type="submit">[[form.continue]]</button>{{/SOME}}{{#NONE}}<p>[[assist.no_words]]</p>{{/NONE}}
</form>
</div>
[[>bottom.tpl]]
