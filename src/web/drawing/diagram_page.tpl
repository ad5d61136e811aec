<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{{LANGUAGE}}" viewBox="0 0 {{SHEET_WIDTH}} {{SHEET_HEIGHT}}"{{#A3}} width="420mm" height="297mm"{{/A3}} font-family="'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif" role="img" aria-labelledby="name"><title id="name">{{NAME}}</title>
<defs><marker id="by-people" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0l8 4-8 4z" fill="#5c4f46"/></marker><marker id="by-itself" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0l8 4-8 4z" fill="#a23c14"/></marker></defs>
<rect width="{{SHEET_WIDTH}}" height="{{SHEET_HEIGHT}}" fill="#fbf6ee"/>
<text x="30" y="34" font-size="20" font-weight="700" fill="#2a211c">{{NAME}} <tspan font-size="13" font-weight="400" fill="#5c4f46">[[diagram.version]]</tspan></text>
{{#NOTE}}<text x="30" y="{{NOTE_Y}}" font-size="13" fill="#5c4f46">{{WORDS}}</text>
{{/NOTE}}
{{#ARROW}}{{#BY_PEOPLE}}<path d="{{PATH}}" fill="none" stroke="#5c4f46" stroke-width="1.3" marker-end="url(#by-people)"/>
{{/BY_PEOPLE}}{{#BY_ITSELF}}<path d="{{PATH}}" fill="none" stroke="#a23c14" stroke-width="1.5" stroke-dasharray="4 3" marker-end="url(#by-itself)"/>
{{/BY_ITSELF}}{{/ARROW}}
{{#CARD}}<rect x="{{X}}" y="{{Y}}" width="{{WIDTH}}" height="{{HEIGHT}}" rx="9" {{#YOURS}}fill="#e6f1f3" stroke="#0d5767" stroke-width="1.5"{{/YOURS}}{{#OFFICE}}fill="#ffffff" stroke="#75665a"{{/OFFICE}}{{#ABOVE}}fill="#fdefe2" stroke="#a23c14"{{/ABOVE}}{{#QUIET}}fill="#e6f0e5" stroke="#27623d"{{/QUIET}}{{#GENERAL}}fill="#f3e8d8" stroke="#75665a" stroke-dasharray="2 3"{{/GENERAL}}/>
{{#LINE}}{{#TITLE_LINE}}<text x="{{TEXT_X}}" y="{{TEXT_Y}}" font-size="15" font-weight="700" fill="#2a211c">{{WORDS}}</text>
{{/TITLE_LINE}}{{#OWNER_LINE}}<text x="{{TEXT_X}}" y="{{TEXT_Y}}" font-size="13.5" fill="#5c4f46">{{WORDS}}</text>
{{/OWNER_LINE}}{{#WAY_LINE}}<text x="{{TEXT_X}}" y="{{TEXT_Y}}" font-size="13.5" fill="#2a211c">{{WORDS}}</text>
{{/WAY_LINE}}{{#EXPIRY_LINE}}<text x="{{TEXT_X}}" y="{{TEXT_Y}}" font-size="13.5" fill="#a23c14">{{WORDS}}</text>
{{/EXPIRY_LINE}}{{/LINE}}{{/CARD}}
</svg>
