story      A meeting decides by its numbers, and by no word of its chair
pack       tests/pack/effects
procedure  deliberate
at         2026-03-16 09:00
when       ana raise
then       state collected
when       meeting@village adopt outcome=passed
with       voters 30
with       present 20
with       for 10
with       against 10
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       refused not_permitted office/outcome_is_computed outcome
and        because not_passed
when       meeting@village adopt
with       voters 30
with       present 19
with       for 19
with       against 0
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       refused not_permitted office/outcome_is_computed outcome
when       meeting@village adopt
with       voters 30
with       present 20
with       for 11
with       against 9
with       noticed_on 2026-03-06
with       held_on 2026-03-15
then       refused out_of_time office/meeting_notice held_on
and        because 2026-03-16
when       meeting@village adopt
with       voters 30
with       present 31
with       for 11
with       against 9
then       refused malformed office/roll present
when       meeting@village adopt
with       voters 30
with       present 20
with       for 11
with       against 9
with       proxies 11
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       refused not_permitted office/meeting_proxies proxies
when       meeting@village adopt
with       voters 30
with       present 20
with       for 11
with       against 9
with       proxies 2
with       online 3
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       state adopted
and        fact meeting.quorum 20
and        fact meeting.majority 11
and        fact meeting.for 11
and        fact meeting.rules "effects/3"
and        fact meeting.types ["road"]
and        fact publishes.last_day "2026-03-23"
