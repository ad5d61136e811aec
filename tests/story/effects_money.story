story      Money needs four hands and a resolution, and no approval is used twice
pack       tests/pack/effects
procedure  deliberate
at         2026-03-16 09:00
when       ana raise
when       meeting@village adopt
with       voters 30
with       present 20
with       for 20
with       against 0
with       noticed_on 2026-03-05
with       held_on 2026-03-15
when       treasurer@village propose
with       amount -1
then       refused malformed office/amount amount
when       handler@village approve
with       amount 900000
then       refused out_of_order office/money_unspent amount
when       treasurer@village propose
with       amount 900000
then       fact money.step "propose"
when       treasurer@village approve_own
with       amount 900000
then       refused not_permitted office/not_by by
and        because propose
when       handler@village approve
with       amount 900001
then       refused out_of_order office/money_unspent amount
when       handler@village approve
with       amount 900000
then       fact money.uses "propose"
when       handler@village approve
with       amount 900000
then       refused out_of_order office/money_unspent amount
when       reviewer@township audit
then       refused out_of_order deliberate/audit
when       head@village pay
with       amount 900000
then       fact money.uses "approve"
when       head@village pay
with       amount 900000
then       refused out_of_order deliberate/pay
and        because done approve
when       reviewer@township audit
then       fact money.step "audit"
when       reviewer@township take_back
with       which adopt
then       state collected
when       handler@village approve
with       amount 900000
then       refused out_of_order office/money_on
and        because adopt
