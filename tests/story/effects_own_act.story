story      Who decided does not judge the appeal against it
pack       tests/pack/effects
procedure  deliberate
at         2026-03-16 09:00
when       ana raise
when       handler@village decline
then       state collected
when       handler@village judge
then       state collected
when       handler@village decline
when       ana appeal
then       state collected
when       handler@village judge
then       refused not_permitted office/own_act by
and        because decline
