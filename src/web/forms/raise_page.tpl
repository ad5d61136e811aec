[[>top.tpl]]
[[>faults.tpl]]
<div class="hearth-cols"><form id="form" action="{{HERE}}" method="post" autocomplete="off"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}}>
{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
{{/HIDDEN}}
<p class="govuk-caption-l">{{WHAT}} · [[raise.step]]</p>
{{#QUESTIONS}}{{#GROUP}}<h1>{{GROUP_TITLE}}</h1>{{/GROUP}}
[[>questions.tpl]]
<button class="govuk-button" type="submit" name="go" value="on">[[form.continue]]</button>
{{#EARLIER}}<button class="hearth-link" type="submit" name="go" value="back">[[form.back]]</button>{{/EARLIER}}{{/QUESTIONS}}
{{#CHECK}}<h1>[[raise.check]]</h1>
<dl class="govuk-summary-list">
{{#ANSWER}}<div><dt>{{LABEL}}</dt><dd class="words">{{VALUE:p}}</dd><dd class="act"><button class="hearth-link" type="submit" name="go" value="change-{{AT}}">[[form.change]]<span class="govuk-visually-hidden"> {{LABEL}}</span></button></dd></div>
{{/ANSWER}}
</dl>
<p class="soft">{{IDENTITY}}</p>
<button class="govuk-button" type="submit" name="go" value="send">[[raise.send]]</button>{{/CHECK}}
</form>
<aside aria-label="[[raise.aside]]">
<section class="hearth-card hearth-card--sand"><h2 class="govuk-heading-m">[[raise.then]]</h2>
<ol><li>[[raise.then_receipt]]</li>{{#FIRST}}<li>[[raise.then_term]]</li><li>[[raise.then_expiry]]</li>{{/FIRST}}<li>[[raise.then_word]]</li></ol>
<p><a href="{{RULES}}">[[raise.then_rules]]</a></p></section>
<section class="hearth-card"><h2 class="govuk-heading-m">[[form.readers]]</h2><p>{{READERS}}</p>
<p>[[raise.otherwise]]{{#TELEPHONE}} <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p></section>
</aside></div>
{{#MULTIPART}}[[>paper_tools.tpl]]{{/MULTIPART}}
[[>bottom.tpl]]
