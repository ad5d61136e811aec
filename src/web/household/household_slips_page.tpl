<!doctype html>
<html lang="[[lang]]">
<head>
<meta charset="utf-8">
<title>{{TITLE}} · {{OFFICE}}</title>
<style>
@page { size: A4; margin: 10mm; }
body { max-width: 190mm; margin: 0 auto; color: #000; background: #fff; font: 10.5pt/1.35 "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif", Georgia, serif; }
.slip { display: grid; grid-template-columns: 1fr 34mm; gap: 0 8mm; box-sizing: border-box; min-height: 91mm; padding: 4mm; border-bottom: 1px dashed #000; break-inside: avoid; }
.slip h2 { grid-column: 1 / 3; margin: 0 0 2mm; font-size: 14pt; }
.slip p { margin: 0 0 2mm; }
.code { display: inline-block; padding: 1mm 3mm; border: 1px solid #000; font: bold 17pt/1.4 "DejaVu Sans Mono", Consolas, monospace; white-space: nowrap; }
.wide { grid-column: 1 / 3; }
.small { font-size: 9.5pt; }
svg { width: 34mm; height: 34mm; }
svg.once { position: absolute; width: 0; height: 0; }
</style>
</head>
<body>
<svg class="once" aria-hidden="true"><symbol id="address" viewBox="0 0 {{QR_SIDE}} {{QR_SIDE}}"><path d="{{QR_PATH}}"/></symbol></svg>
{{#SLIP}}<section class="slip">
<h2>{{OFFICE}} · [[household.slip_title]]</h2>
<div>
<p>[[household.label]] <b>{{LABEL}}</b><br>[[household.slip_for]] <b>{{NAME}}</b></p>
<p>[[household.slip_code]]<br><span class="code">{{CODE}}</span></p>
<p>[[household.slip_until]] <b>{{LAST_DAY}}</b></p>
</div>
<svg role="img" aria-label="[[household.slip_qr]]"><use href="#address"/></svg>
<p class="wide">[[household.slip_how]]<br><b>{{#ADDRESS}}{{PART}}<wbr>{{/ADDRESS}}</b></p>
<p class="wide">[[household.slip_what]]</p>
<p class="wide small">[[household.slip_wrong]]{{#PLACE}} {{PLACE_WORDS}}{{/PLACE}}{{#HOURS}} · {{HOURS_WORDS}}{{/HOURS}}{{#TELEPHONE}} · [[page.telephone]] {{TELEPHONE_WORDS}}{{/TELEPHONE}}</p>
</section>
{{/SLIP}}
</body>
</html>
