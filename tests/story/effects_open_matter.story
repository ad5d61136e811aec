story      A matter beside has its own receipt, its own requester and its own way
pack       tests/pack/effects
procedure  works
at         2026-03-02 09:00
when       ana plan
when       handler@village hand_out
then       opens talks
and        fact links [2]
and        acts +2
when       talks leave
then       state ended
when       handler@village same_as for ana
with       other 2
then       refused conflict office/linked_already matter
when       ana confirm
then       state ended
