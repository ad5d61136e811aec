story      The level above upholds that it is not for mediation; new facts open it again
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village announce
with       competent court
# She says nothing: the term of her word passes, and only then it can be decided.
at         2026-03-10 09:00
then       state door_deciding
when       mediator@village not_accept
with       competent court
when       ana contest
when       mediation_guide@township uphold_door
with       competent court
then       state door_closed
and        notice parties not_ours
when       ana ask_again
then       state proposed
