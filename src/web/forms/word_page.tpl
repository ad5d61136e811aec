[[>top.tpl]]
<div class="hearth-text">
[[>faults.tpl]]
<span class="govuk-caption-l">[[matter.number]] {{NUMBER}}</span><h1>{{WHAT}}</h1>
<p class="govuk-inset-text">{{LEADS}}</p>
<form id="form" action="{{HOME}}/matter/word" method="post" autocomplete="off"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}}>
{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
{{/HIDDEN}}
[[>questions.tpl]]
<button class="govuk-button" type="submit" name="go" value="send">[[word.send]]</button>
{{#FORM}}<p class="soft">[[form.readers]][[list.colon]]{{READERS}}</p>{{/FORM}}
<p class="soft">[[word.receipt]]</p>
</form>
<form action="{{HOME}}/matter" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="hearth-link" type="submit">[[word.leave]]</button></form>
</div>
{{#MULTIPART}}[[>paper_tools.tpl]]{{/MULTIPART}}
[[>bottom.tpl]]
