[[>top.tpl]]
<div class="hearth-text"><h1>[[news.stop_title]]</h1>
{{#ASK}}<p>[[news.stop_lead]]</p><form action="{{HOME}}/news/stop" method="post"><input type="hidden" name="t" value="{{TOKEN}}"><button class="govuk-button" type="submit">[[news.end]]</button></form>{{/ASK}}
{{#STOPPED}}<div class="hearth-told" role="status"><p><b>[[news.ended]]</b></p></div><p>[[news.stop_after]]</p>{{/STOPPED}}</div>
[[>bottom.tpl]]
