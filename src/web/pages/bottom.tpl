</main>
</div>
<footer class="govuk-footer"><div class="govuk-width-container">
{{#NAV}}<ul><li><a href="{{HOME}}/procedures">[[footer.rules]]</a></li><li><a href="{{HOME}}/record">[[footer.verify]]</a></li><li><a href="{{HOME}}/feed">[[footer.feed]]</a></li><li><a href="{{HOME}}#raise">[[footer.without_screen]]</a></li><li><a href="{{ROOT}}">[[footer.offices]]</a></li><li><a href="{{HOME}}/desk">[[footer.desk]]</a></li></ul>
{{#CONTACT}}<p>{{OFFICE}}{{#PLACE}}[[page.colon]]{{PLACE_WORDS}}{{/PLACE}}{{#TELEPHONE}} · [[page.telephone]] <a href="tel:{{TELEPHONE_DIGITS}}">{{TELEPHONE_WORDS}}</a>{{/TELEPHONE}}</p>{{/CONTACT}}
<p>[[footer.same_terms]]</p>{{/NAV}}
<p class="small soft">[[footer.hearth]]</p>
</div></footer>
</body>
</html>
