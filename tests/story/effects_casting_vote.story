story      Where the rule gives the chair a casting vote it breaks a tie and nothing else
pack       tests/pack/effects
procedure  deliberate
at         2026-03-16 09:00
when       ana raise
when       meeting@village adopt
with       voters 30
with       present 20
with       for 11
with       against 9
with       chair_for yes
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       refused malformed office/roll chair_for
when       meeting@village adopt
with       voters 30
with       present 20
with       for 10
with       against 10
with       chair_for yes
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       state adopted
and        fact meeting.chair_for true
