[[>top.tpl]]
[[>operator_pages.tpl]]
<h1>[[posts.title]]</h1>
<p class="soft">[[posts.intro]] <code>hearth staff list OFFICE</code></p>
{{#OFFICE_POSTS}}<section><h2>{{OFFICE_NAME}}</h2>
{{#NONE}}<p>[[posts.none]]</p>
{{/NONE}}{{#SOME}}<table class="govuk-table hearth-stack" role="table" aria-label="{{OFFICE_NAME}}">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[posts.post]]</th><th scope="col" role="columnheader">[[posts.held]]</th><th scope="col" role="columnheader">[[posts.until]]</th><th scope="col" role="columnheader">[[posts.guarded]]</th></tr></thead>
<tbody role="rowgroup">
{{#POST}}<tr role="row"><th scope="row" role="rowheader">{{TITLE_OF}}</th><td role="cell" data-label="[[posts.held]]">{{HELD}}</td><td role="cell" data-label="[[posts.until]]">{{UNTIL}}</td><td role="cell" data-label="[[posts.guarded]]">{{GUARD}}</td></tr>
{{/POST}}</tbody></table>
{{/SOME}}{{#NOBODY}}<p><b>[[posts.nobody]]</b>[[list.colon]]{{POSTS_OF_NOBODY}}</p>
{{/NOBODY}}</section>
{{/OFFICE_POSTS}}
<section class="hearth-card hearth-card--sand"><p>[[posts.nobody_note]]</p><p>[[posts.give]][[list.colon]]<code>hearth staff give OFFICE LOGIN --post POST</code></p></section>
[[>bottom.tpl]]
