story      What was published can be objected to, and is withdrawn when it is annulled
pack       tests/pack/effects
procedure  deliberate
at         2026-03-16 09:00
when       ana raise
when       ana object
then       refused out_of_order office/nothing_published
when       meeting@village adopt
with       voters 30
with       present 20
with       for 20
with       against 0
with       noticed_on 2026-03-05
with       held_on 2026-03-15
then       state adopted
when       ana object
then       fact objects_to "adopt"
when       reviewer@township take_back
with       which raise
then       refused out_of_order office/nothing_to_annul
and        because raise
when       reviewer@township take_back
with       which adopt
then       state collected
and        fact annuls "adopt"
when       ana object
then       refused out_of_order office/nothing_published
