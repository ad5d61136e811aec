story      Two matters on the same thing are linked; each stays with its own requester
pack       tests/pack/effects
procedure  works
at         2026-03-02 09:00
when       ana plan
when       bo plan
when       handler@village same_as for ana
with       other one
then       refused malformed office/matter_number matter
when       handler@village same_as for ana
with       other 7
then       refused not_found office/matter matter
when       handler@village same_as for ana
with       other NT-2026-0002
then       fact links [2]
and        acts +2
when       handler@village same_as for ana
with       other 2
then       refused conflict office/linked_already matter
when       bo confirm
then       state ended
when       ana confirm
then       state ended
when       cai plan
when       handler@village same_as for cai
with       other 1
then       fact links [1]
when       ana reopen
then       state planned
