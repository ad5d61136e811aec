story      A meeting must be called when a tenth has signed
pack       tests/pack/effects
procedure  deliberate
at         2026-03-16 09:00
when       ana raise
when       ana call
with       supporters 10
with       voters 101
then       refused not_permitted deliberate/call supporters
and        because supported 10/11
when       ana call
with       supporters 102
with       voters 101
then       refused malformed office/roll supporters
when       ana call
with       voters 101
then       refused malformed office/missing_field supporters
when       ana call
with       supporters 11
with       voters 101
then       state collected
and        fact supported.needed 11
