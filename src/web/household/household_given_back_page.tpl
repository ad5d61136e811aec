[[>top.tpl]]
<div class="hearth-text">
<h1>[[household.given_back_title]]</h1>
<p>[[household.given_back]]</p>
<p>[[household.given_back_wrong]]{{#PLACE}} {{PLACE_WORDS}}{{/PLACE}}{{#TELEPHONE}} · [[page.telephone]] <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p>
<p><a href="{{HOME}}">[[nav.office]]</a></p>
</div>
[[>bottom.tpl]]
