[[>top.tpl]]
<div class="hearth-text">
{{#ASK}}[[>faults.tpl]]
<span class="govuk-caption-l">{{NUMBER}}</span><h1>[[conflict.title]]</h1>
<p>[[conflict.what]]</p><p class="govuk-inset-text">{{FOLLOWS}}</p>
<form id="form" action="{{HERE}}" method="post" autocomplete="off">
<fieldset class="govuk-form-group govuk-fieldset{{#NO_GROUND}} govuk-form-group--error{{/NO_GROUND}}" id="ground"><legend class="govuk-fieldset__legend">[[conflict.ground]]</legend>
{{#NO_GROUND}}<p class="govuk-error-message">[[conflict.choose]]</p>{{/NO_GROUND}}
<div class="govuk-radios">{{#GROUND}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="ground" id="ground-{{GROUND_ID}}" value="{{GROUND_ID}}"><label class="govuk-radios__label" for="ground-{{GROUND_ID}}">{{GROUND_WORDS}}</label></div>
{{/GROUND}}</div></fieldset>
{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
{{/HIDDEN}}
<button class="govuk-button" type="submit" name="go" value="send">[[conflict.send]]</button>
<p class="soft">[[conflict.for_good]]</p>
</form>
<p><a href="{{HERE}}">[[word.leave]]</a></p>{{/ASK}}
{{#ASIDE}}{{#RECORDED}}<div class="hearth-told" role="status"><p><b>[[desk.recorded]]</b></p></div>{{/RECORDED}}
<span class="govuk-caption-l">{{NUMBER}}</span><h1>[[desk.you_stand_aside]]</h1>
<p>{{GOES_ON}}</p>
<p><a class="govuk-button" href="{{HOME}}/desk">[[desk.back_to_list]]</a></p>{{/ASIDE}}
</div>
[[>bottom.tpl]]
