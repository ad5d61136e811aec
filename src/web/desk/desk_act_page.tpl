[[>top.tpl]]
<div class="hearth-text">
[[>faults.tpl]]
<span class="govuk-caption-l">{{NUMBER}} · {{HEADING}}</span><h1>{{WHAT}}</h1>
<p class="govuk-inset-text">{{LEADS}}</p>
{{#DEPUTY}}<p class="govuk-inset-text">{{DEPUTY_WORDS}}</p>{{/DEPUTY}}
<form id="form" action="{{HERE}}" method="post" autocomplete="off"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}}>
{{#OUTCOMES}}<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-fieldset__legend">[[desk.outcome]]</legend><div class="govuk-radios">{{#OUTCOME_OPTION}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="outcome" id="outcome-{{OUTCOME_ID}}" value="{{OUTCOME_ID}}"{{#CHOSEN}} checked{{/CHOSEN}}><label class="govuk-radios__label" for="outcome-{{OUTCOME_ID}}">{{OUTCOME_WORDS}}</label></div>{{/OUTCOME_OPTION}}</div></fieldset>{{/OUTCOMES}}
{{#BEGINNINGS}}<div class="govuk-form-group"><label class="govuk-label" for="beginning">[[desk.begin_with]]</label><p class="govuk-hint" id="beginning-hint">[[desk.begin_hint]]</p>
<select class="govuk-select" id="beginning" name="beginning" aria-describedby="beginning-hint">{{#BEGINNING}}<option value="{{BEGINNING_ID}}">{{BEGINNING_TITLE}}</option>{{/BEGINNING}}</select>
<button class="govuk-button govuk-button--secondary" type="submit" name="go" value="begin">[[desk.begin]]</button></div>{{/BEGINNINGS}}
[[>questions.tpl]]
{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
{{/HIDDEN}}
{{#APPEAL}}<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[desk.printed]]</h2><p>{{APPEAL_WORDS}}</p></section>{{/APPEAL}}
<button class="govuk-button" type="submit" name="go" value="send">[[desk.send]]</button>
<p class="soft">[[desk.told_at_once]]</p>
</form>
<p><a href="{{HERE}}">[[word.leave]]</a></p>
</div>
{{#MULTIPART}}[[>paper_tools.tpl]]{{/MULTIPART}}
[[>bottom.tpl]]
