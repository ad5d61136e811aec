[[>top.tpl]]
{{#RECORDED}}<div class="hearth-told" role="status"><p><b>[[desk.recorded]]</b></p></div>{{/RECORDED}}
{{#INVITED}}<section class="hearth-slip"><h2>[[desk.invited]]</h2><p>[[desk.invited_note]]</p><p>[[matter.number]] <b class="nowrap">{{NUMBER}}</b><br>[[opened.code]]<br><b class="hearth-code">{{INVITED_CODE}}</b></p></section>{{/INVITED}}
{{#BOUNCED}}<div class="govuk-inset-text"><p>[[desk.bounced]]</p></div>{{/BOUNCED}}
<span class="govuk-caption-l">{{PROCEDURE_NAME}} · {{NUMBER}}</span><h1>{{HEADING}}</h1>
<div class="hearth-cols"><div>
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">{{PROMISE}}</h2>
<p>{{STATE}}{{#TERM}}<br><b>{{DUE}}</b><br>{{LEFT}}{{/TERM}}</p><p>{{EXPIRY}}</p></section>
<form id="do-it" action="{{HERE}}" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}">
{{#SOME}}<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h2>[[desk.you_can]]</h2></legend>
<div class="govuk-radios">{{#CAN}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="act" id="act-{{ACT_ID}}" value="{{ACT_ID}}"><label class="govuk-radios__label" for="act-{{ACT_ID}}">{{TITLE_OF}}<small>{{LEADS}}</small></label></div>
{{/CAN}}</div></fieldset>
<button class="govuk-button" type="submit">[[form.continue]]</button>{{/SOME}}{{#NONE}}<p class="soft">[[desk.nothing_to_do]]</p>{{/NONE}}</form>
<h2>[[matter.happened]]</h2>
<ol class="hearth-timeline">
{{#NOW}}<li class="now"><span class="when">[[matter.now]]</span><h3>{{STATE}}</h3></li>
{{/NOW}}
{{#ACT}}<li><span class="when">{{WHEN}}</span><h3>{{TITLE_OF}}</h3><p>{{BY}}{{#OUTCOME}} <span class="govuk-tag govuk-tag--done">{{OUTCOME_WORD}}</span>{{/OUTCOME}}</p>
{{#FIELD}}<p class="words"><span class="soft">{{LABEL}}</span><br>{{#WRITTEN}}{{VALUE:p}}{{/WRITTEN}}{{#PAPER_THERE}}{{PAPER_NAME}} ({{PAPER_SIZE}}, [[matter.paper_there]]) {{/PAPER_THERE}}</p>{{#PAPER}}<form action="{{HOME}}/desk/paper" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><input type="hidden" name="matter" value="{{MATTER_ID}}"><input type="hidden" name="paper" value="{{PAPER_FILE}}"><button class="govuk-button govuk-button--secondary" type="submit">{{PAPER_NAME}} ({{PAPER_SIZE}})</button></form>{{/PAPER}}{{/FIELD}}{{#TERM_SET}}<p>{{DUE_WORDS}}</p>{{/TERM_SET}}</li>
{{/ACT}}
</ol>
</div>
<aside aria-label="[[desk.aside]]"><section class="hearth-card"><p class="soft">[[desk.reading_noted]]</p></section>{{#MAY_STAND_ASIDE}}
<section class="hearth-card"><h2 class="govuk-heading-m">[[desk.conflict]]</h2><p>[[desk.conflict_why]]</p>
<form action="{{HERE}}" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><button class="govuk-button govuk-button--secondary" type="submit" name="act" value="declare_conflict">[[desk.stand_aside]]</button></form></section>{{/MAY_STAND_ASIDE}}</aside></div>
[[>bottom.tpl]]
