[[>top.tpl]]
<div class="hearth-text">
{{#WRONG}}<div class="govuk-error-summary" tabindex="-1" autofocus aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><ul><li><a href="#address">[[news.wrong]]</a></li></ul></div>{{/WRONG}}
{{#BEGUN}}<div class="hearth-told" role="status"><p><b>[[news.begun]]</b></p></div>{{/BEGUN}}{{#ENDED}}<div class="hearth-told" role="status"><p><b>[[news.ended]]</b></p></div>{{/ENDED}}{{#FEED_NEW}}<div class="hearth-told" role="status"><p><b>[[news.feed_begun]]</b></p></div>{{/FEED_NEW}}{{#FEED_ENDED}}<div class="hearth-told" role="status"><p><b>[[news.feed_ended]]</b></p></div>{{/FEED_ENDED}}
<span class="govuk-caption-l">[[matter.number]] {{NUMBER}}</span><h1>[[news.title]]</h1>
{{#MAIL}}<h2 id="mail">[[news.by_mail]]</h2>
<p>[[news.lead]]</p>
{{#ON}}<p>[[news.goes_to]] <b class="hearth-code">{{ADDRESS}}</b></p>{{#BOUNCED}}<div class="govuk-inset-text"><p>[[news.bounced]]</p></div>{{/BOUNCED}}{{/ON}}
<form action="{{HOME}}/news" method="post" novalidate><input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="go" value="begin">
<div class="govuk-form-group{{#WRONG}} govuk-form-group--error{{/WRONG}}"><label class="govuk-label" for="address">{{#ON}}[[news.other_address]]{{/ON}}{{#OFF}}[[news.address]]{{/OFF}}</label><div class="govuk-hint" id="address-hint">[[news.address_hint]]</div>
{{#WRONG}}<p class="govuk-error-message" id="address-error">[[news.wrong]]</p>{{/WRONG}}
<input class="govuk-input" type="email" id="address" name="address" autocomplete="email" spellcheck="false" maxlength="254" value="{{TYPED}}" aria-describedby="address-hint{{#WRONG}} address-error{{/WRONG}}"></div>
<button class="govuk-button" type="submit">[[news.begin]]</button></form>
{{#ON}}<form action="{{HOME}}/news" method="post"><input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="go" value="end"><button class="govuk-button govuk-button--secondary" type="submit">[[news.end]]</button></form>{{/ON}}{{/MAIL}}
<h2 id="feed">[[news.by_feed]]</h2>
<p>[[news.feed_lead]]</p>
{{#FEED_NEW}}<p>[[news.feed_address]]<br><b class="hearth-code">{{FEED_ADDRESS}}</b></p><p>[[news.feed_once]]</p>{{/FEED_NEW}}
{{#FEED_ON}}<p>[[news.feed_since]]</p>
<form action="{{HOME}}/news" method="post"><input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="go" value="end_feed"><button class="govuk-button govuk-button--secondary" type="submit">[[news.feed_end]]</button></form>{{/FEED_ON}}
<form action="{{HOME}}/news" method="post"><input type="hidden" name="code" value="{{CODE}}"><input type="hidden" name="go" value="begin_feed"><button class="govuk-button govuk-button--secondary" type="submit">{{#FEED_ON}}[[news.feed_anew]]{{/FEED_ON}}{{#FEED_OFF}}[[news.feed_begin]]{{/FEED_OFF}}</button></form>
<form action="{{HOME}}/matter" method="post"><input type="hidden" name="code" value="{{CODE}}"><button class="hearth-link" type="submit">[[receipt.back]]</button></form>
</div>
[[>bottom.tpl]]
