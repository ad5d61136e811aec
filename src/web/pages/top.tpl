<!doctype html>
<html lang="[[lang]]">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} · {{OFFICE}}</title>
<meta name="theme-color" content="#a23c14">
<link rel="stylesheet" href="/hearth.css?{{STYLE}}">
<link rel="icon" href="data:,">
{{#NAV}}<link rel="alternate" type="application/atom+xml" title="[[feed.title_here]]" href="{{HOME}}/feed">
{{/NAV}}{{#SCRIPT}}<script src="/script/{{SCRIPT_NAME}}.js?{{SCRIPT_VERSION}}" defer></script>
{{/SCRIPT}}</head>
<body>
<a class="govuk-skip-link" href="#main">[[page.skip]]</a>
<header class="hearth-header"><div class="govuk-width-container hearth-header__row">
<a class="hearth-brand" href="{{HOME}}"><svg viewBox="0 0 36 40" aria-hidden="true" focusable="false"><path d="M3 38V18a15 15 0 0 1 30 0v20z" fill="#a23c14"/><path d="M8 38V19a10 10 0 0 1 20 0v19z" fill="#2a211c"/><path d="M18 14.5c.8 5 6.2 7 6.2 13.300a6.2 6.2 0 0 1-12.400.8c-.3-4 2-5.200 2.600-8.400 1 1 1.700 2.200 1.900 3.600 1.600-2.600 2.300-5.600 1.700-9.300z" fill="#ffc53d"/><path d="M0 38h36v2H0z" fill="#2a211c"/></svg><span><b>{{OFFICE}}</b>{{#ABOVE}}<small>{{ABOVE_NAMES}}</small>{{/ABOVE}}</span></a>
<nav class="hearth-lang" aria-label="[[page.language]]">[[>switch_{lang}.tpl]]</nav>
</div>{{#SIGNED_IN}}<div class="govuk-width-container hearth-who"><span>{{LOGIN}} · {{POSTS}}</span><a href="{{HOME}}/desk/account">[[account.title]]</a><form action="{{HOME}}/desk/sign-out" method="post"><input type="hidden" name="token" value="{{FORM_TOKEN}}"><button class="hearth-link" type="submit">[[sign_in.out]]</button></form></div>{{/SIGNED_IN}}</header>
{{#NAV}}<nav class="hearth-nav" aria-label="[[page.main_navigation]]"><div class="govuk-width-container"><ul>
{{#SIGNED_IN}}<li><a href="{{HOME}}/desk" aria-current="page">[[desk.title]]</a></li>
{{#ASSIST}}<li><a href="{{HOME}}/desk/assist">[[assist.title]]</a></li>
{{/ASSIST}}{{/SIGNED_IN}}<li><a href="{{HOME}}"{{#AT_HOME}} aria-current="page"{{/AT_HOME}}>[[nav.office]]</a></li>
<li><a href="{{HOME}}/raise"{{#AT_RAISE}} aria-current="page"{{/AT_RAISE}}>[[nav.raise]]</a></li>
<li><a href="{{HOME}}/matter"{{#AT_MATTER}} aria-current="page"{{/AT_MATTER}}>[[nav.matter]]</a></li>
<li><a href="{{HOME}}/procedures"{{#AT_RULES}} aria-current="page"{{/AT_RULES}}>[[nav.rules]]</a></li>
<li><a href="{{HOME}}/record"{{#AT_RECORD}} aria-current="page"{{/AT_RECORD}}>[[nav.record]]</a></li>
</ul></div></nav>{{/NAV}}
<div class="govuk-width-container">
{{#BACK}}<nav class="no-print" aria-label="[[page.back]]"><a class="govuk-back-link" href="{{BACK_TO}}">{{BACK_WORDS}}</a></nav>{{/BACK}}
<main class="govuk-main-wrapper" id="main" tabindex="-1">{{#GUARDED}}<p class="govuk-inset-text no-print">{{GUARDED_WORDS}}</p>{{/GUARDED}}
