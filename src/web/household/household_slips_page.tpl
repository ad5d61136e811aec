<!doctype html>
<html lang="[[lang]]">
<head>
<meta charset="utf-8">
<title>{{TITLE}} · {{OFFICE}}</title>
<style>
@page { size: A4; margin: 12mm; }
body { max-width: 186mm; margin: 0 auto; color: #000; background: #fff; font: 11.5pt/1.4 "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif", Georgia, serif; }
.slip { display: grid; grid-template-columns: 1fr 34mm; gap: 0 8mm; box-sizing: border-box; min-height: 88mm; padding: 5mm 4mm; border-bottom: 1px dashed #000; break-inside: avoid; }
.slip h2 { grid-column: 1 / 3; margin: 0 0 2mm; font-size: 15pt; }
.slip p { margin: 0 0 2mm; }
.code { display: inline-block; padding: 1mm 3mm; border: 1px solid #000; font: bold 17pt/1.4 "DejaVu Sans Mono", Consolas, monospace; white-space: nowrap; }
.wide { grid-column: 1 / 3; }
.small { font-size: 10.5pt; }
svg { width: 34mm; height: 34mm; }
</style>
</head>
<body>
{{#SLIP}}<section class="slip">
<h2>{{OFFICE}} · [[household.slip_title]]</h2>
<div>
<p>[[household.label]] <b>{{LABEL}}</b><br>[[household.slip_for]] <b>{{NAME}}</b></p>
<p>[[household.slip_code]]<br><span class="code">{{CODE}}</span></p>
<p>[[household.slip_until]] <b>{{LAST_DAY}}</b></p>
</div>
<svg viewBox="0 0 {{QR_SIDE}} {{QR_SIDE}}" role="img" aria-label="[[household.slip_qr]]"><path d="{{QR_PATH}}"/></svg>
<p class="wide">[[household.slip_how]]<br><b>{{#ADDRESS}}{{PART}}<wbr>{{/ADDRESS}}</b></p>
<p class="wide">[[household.slip_what]]</p>
<p class="wide small">[[household.slip_wrong]]{{#PLACE}} {{PLACE_WORDS}}{{/PLACE}}{{#HOURS}} · {{HOURS_WORDS}}{{/HOURS}}{{#TELEPHONE}} · [[page.telephone]] {{TELEPHONE_WORDS}}{{/TELEPHONE}}</p>
</section>
{{/SLIP}}
</body>
</html>
