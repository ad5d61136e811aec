story      A matter of two types is judged by the stricter of each part
pack       tests/pack/effects
procedure  deliberate
at         2026-03-31 09:00
when       ana raise
when       handler@village sort
with       matter_type land
then       fact types ["land"]
when       meeting@village adopt
with       voters 30
with       present 29
with       for 19
with       against 10
with       noticed_on 2026-03-05
with       held_on 2026-03-30
then       refused not_permitted office/outcome_is_computed
when       meeting@village adopt
with       voters 30
with       present 29
with       for 20
with       against 9
with       noticed_on 2026-03-16
with       held_on 2026-03-30
then       refused out_of_time office/meeting_notice held_on
when       meeting@village adopt
with       voters 30
with       present 29
with       for 20
with       against 9
with       online 1
with       noticed_on 2026-03-05
with       held_on 2026-03-30
then       refused not_permitted office/meeting_online online
when       meeting@village reject
with       voters 30
with       present 29
with       for 19
with       against 10
with       noticed_on 2026-03-05
with       held_on 2026-03-30
then       state ended
and        fact meeting.majority 20
and        fact meeting.types ["road","land"]
when       ana reopen
then       state collected
when       handler@village sort
with       matter_type members
when       meeting@village adopt
with       voters 30
with       present 29
with       for 20
with       against 9
with       noticed_on 2026-03-05
with       held_on 2026-03-30
then       refused not_permitted office/meeting_bases
