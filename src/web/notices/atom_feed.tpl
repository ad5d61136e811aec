<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="[[lang]]">
<id>{{ID}}</id>
<title>{{TITLE}}</title>
<subtitle>{{SUBTITLE}}</subtitle>
<updated>{{UPDATED}}</updated>
<author><name>{{OFFICE}}</name></author>
<link rel="self" type="application/atom+xml" href="{{SELF}}"/>
<link rel="alternate" type="text/html" hreflang="[[lang]]" href="{{ALTERNATE}}"/>
{{#ENTRY}}<entry>
<id>{{ENTRY_ID}}</id>
<title>{{ENTRY_TITLE}}</title>
<published>{{PUBLISHED}}</published>
<updated>{{ENTRY_UPDATED}}</updated>
<link rel="alternate" type="text/html" hreflang="[[lang]]" href="{{LINK}}"/>
<content type="text">{{CONTENT}}</content>
</entry>
{{/ENTRY}}
</feed>
