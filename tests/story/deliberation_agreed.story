story      Where the law asks for no vote the council agrees, and publishes it all the same
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
with       class production
with       item production_02
when       board_member@village draft_production
when       council_member@village adopt
then       refused out_of_order deliberation/adopt
when       council_member@village deliberate
when       council_member@village adopt
then       state published
and        notice resident published
