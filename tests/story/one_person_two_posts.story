story      One person who holds two posts is one person: what she proposed somebody else approves
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
with       amount 900000
sent       account=gao
then       fact money.step "propose"
when       handler@village approve
with       amount 900000
sent       account=gao
then       refused not_permitted office/not_by by
and        because propose
when       handler@village approve
with       amount 900000
sent       account=batu
then       fact money.uses "propose"
