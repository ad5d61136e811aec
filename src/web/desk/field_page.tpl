[[>top.tpl]]
<div class="hearth-text" id="without">
<h1>[[field.title]]</h1>
<p>[[field.without]]</p>
<p><a href="{{HOME}}/desk/assist">[[assist.title]]</a></p>
</div>
<div class="hearth-text" id="field" data-login="{{ME}}" data-office="{{OFFICE_ID}}" data-home="{{HOME}}" data-papers-max="{{PAPERS_MAX}}" hidden>
<div id="told" role="status"></div>
<section id="list">
<h1 tabindex="-1">[[field.title]]</h1>
<p class="govuk-inset-text">[[field.lies_here]]</p>
<p id="ready" hidden>[[field.ready]]</p>
<h2>[[field.take_down]]</h2>
<ul class="hearth-list">{{#WAY}}<li><a href="#new={{WAY_ID}}">{{NAME}}</a><small>{{PROCEDURE}}</small></li>
{{/WAY}}</ul>
<h2 id="queue-title" tabindex="-1">[[field.queue]]</h2>
<p id="empty">[[field.empty]]</p>
<ol class="hearth-queue" id="queue"></ol>
<button class="govuk-button" type="button" id="send" hidden>[[field.send_now]]</button>
<p id="others" hidden>[[field.others]]</p>
</section>
<section id="writing" hidden></section>
</div>
<template id="item"><li class="hearth-card" tabindex="-1">
<p><b class="govuk-tag" data-when="draft">[[field.draft]]</b><b class="govuk-tag govuk-tag--soon" data-when="waiting">[[field.waiting]]</b><b class="govuk-tag govuk-tag--done" data-when="sent">[[field.sent]]</b><b class="govuk-tag govuk-tag--late" data-when="refused">[[field.refused]]</b> <span class="soft" data-is="when"></span></p>
<h3 data-is="words"></h3>
<p class="soft" data-is="way"></p>
<p data-when="unsure">[[field.unsure]]</p>
<div data-when="refused"><p>[[field.refused_why]]</p><ul data-is="why"></ul></div>
<div data-when="sent"><p>[[matter.number]] <b class="nowrap" data-is="number"></b></p><p>[[opened.code]]<br><b class="hearth-code" data-is="code"></b></p><p data-is="due">[[field.due]] <b data-is="due_day"></b></p><p>[[field.hand_over]]</p></div>
<div class="hearth-queue__do"><a data-is="correct" href="#">[[field.correct]]</a><button class="hearth-link" type="button" data-is="delete">[[field.delete]]</button><form action="{{HOME}}/receipt/slip" method="post" data-when="sent"><input type="hidden" name="code" value=""><button class="hearth-link" type="submit">[[receipt.print_slip]]</button></form><button class="hearth-link" type="button" data-is="clear">[[field.clear]]</button></div>
</li></template>
[[>paper_tools.tpl]]
<template id="faults"><div class="govuk-error-summary" tabindex="-1" aria-labelledby="wrong"><h2 id="wrong">[[form.wrong]]</h2><ul></ul></div></template>
<template id="words"><p class="hearth-told" data-word="offline">[[field.told_offline]]</p><p class="hearth-told" data-word="sent">[[field.told_sent]]</p><p class="hearth-told" data-word="signed_out">[[field.told_signed_out]] <a href="{{HOME}}/desk/field">[[sign_in.title]]</a></p><p class="hearth-told" data-word="other_login">[[field.told_other_login]] <a href="{{HOME}}/desk/field">[[field.load_anew]]</a></p><p class="hearth-told" data-word="kept">[[field.told_kept]]</p><p class="hearth-told" data-word="deleted">[[field.told_deleted]] <button class="hearth-link" type="button">[[field.undo]]</button></p><p class="hearth-told" data-word="leaving">[[field.told_leaving]]</p><p class="hearth-told" data-word="unreadable">[[field.told_unreadable]]</p><p class="hearth-told" data-word="too_many">[[field.told_too_many]]</p><p class="hearth-told" data-word="not_kept">[[field.told_not_kept]]</p><p class="hearth-told" data-word="plain_refusal">[[field.told_plain_refusal]]</p></template>
{{#WAY}}<template data-way="{{WAY_ID}}" data-name="{{NAME}}">
<span class="govuk-caption-l">[[assist.caption]]</span><h1 tabindex="-1">{{NAME}}</h1>
<form autocomplete="off" novalidate>
<p class="govuk-inset-text">[[field.keeps]]</p>
<h2>[[assist.first]]</h2>
<fieldset class="govuk-form-group govuk-fieldset"><legend class="govuk-fieldset__legend">[[assist.channel]]</legend><div class="govuk-radios">{{#CHANNEL}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="channel" id="channel-{{OPTION_VALUE}}" value="{{OPTION_VALUE}}"{{#CHECKED}} checked{{/CHECKED}}><label class="govuk-radios__label" for="channel-{{OPTION_VALUE}}">{{OPTION_WORDS}}</label></div>{{/CHANNEL}}</div></fieldset>
[[>said_day.tpl]]
<p class="soft">[[assist.own_words]]</p>
[[>questions.tpl]]
<h2>[[assist.second]]</h2>
<p class="govuk-inset-text">{{LEADS}}</p>
<div class="govuk-form-group"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="read_back" id="read_back" value="yes"><label class="govuk-checkboxes__label" for="read_back">[[assist.read_back]]</label></div></div>
<ul class="missing" hidden>{{#MISSING}}<li data-name="{{MISSING_NAME}}"><a href="#{{MISSING_AT}}">{{MISSING_WORDS}}</a></li>{{/MISSING}}</ul>
<button class="govuk-button" type="submit">[[field.finish]]</button>
<p><a href="#">[[field.later]]</a></p>
</form></template>
{{/WAY}}
[[>bottom.tpl]]
