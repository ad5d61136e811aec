[[>top.tpl]]
[[>faults.tpl]]
<span class="govuk-caption-l">[[assist.caption]]{{#HERS}} · {{NUMBER}}{{/HERS}}</span><h1>{{WHAT}}</h1>
<div class="hearth-cols"><form id="form" action="{{HERE}}" method="post" autocomplete="off"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}}>
{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
{{/HIDDEN}}
<ul class="hearth-checks"><li>[[assist.may]]</li></ul>
<h2>[[assist.first]]</h2>
<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-fieldset__legend">[[assist.channel]]</legend><div class="govuk-radios">{{#CHANNEL}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="channel" id="channel-{{OPTION_VALUE}}" value="{{OPTION_VALUE}}"{{#CHECKED}} checked{{/CHECKED}}><label class="govuk-radios__label" for="channel-{{OPTION_VALUE}}">{{OPTION_WORDS}}</label></div>{{/CHANNEL}}</div></fieldset>
{{#NEW}}[[>said_day.tpl]]{{/NEW}}
<p class="soft">[[assist.own_words]]</p>
[[>questions.tpl]]
<h2>[[assist.second]]</h2>
<p class="govuk-inset-text">{{LEADS}}</p>
<div class="govuk-form-group"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="read_back" id="read_back" value="yes"{{#WAS_READ_BACK}} checked{{/WAS_READ_BACK}}><label class="govuk-checkboxes__label" for="read_back">[[assist.read_back]]</label></div></div>
{{#HERS}}<h2>[[assist.third]]</h2>
<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-fieldset__legend">[[assist.evidence]]</legend><div class="govuk-radios">{{#EVIDENCE}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="evidence" id="evidence-{{OPTION_VALUE}}" value="{{OPTION_VALUE}}"{{#CHECKED}} checked{{/CHECKED}}><label class="govuk-radios__label" for="evidence-{{OPTION_VALUE}}">{{OPTION_WORDS}}</label></div>{{/EVIDENCE}}</div></fieldset>{{/HERS}}
<button class="govuk-button" type="submit" name="go" value="send">[[assist.send]]</button>
</form>
<aside aria-label="[[assist.gets]]"><section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[assist.gets]]</h2><ul><li>[[assist.gets_slip]]</li><li>[[assist.gets_letter]]</li>{{#UNDO}}<li>{{UNDO_WORDS}}</li>{{/UNDO}}</ul></section>
<section class="hearth-card"><h2 class="govuk-heading-m">[[assist.not]]</h2><ul><li>[[assist.not_words]]</li><li>[[assist.not_will]]</li><li>[[assist.not_more]]</li></ul></section></aside></div>
{{#MULTIPART}}[[>paper_tools.tpl]]{{/MULTIPART}}
[[>bottom.tpl]]
