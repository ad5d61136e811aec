story      Not for mediation: heard first, told why and whose it is, taken up after all by the level above
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village not_accept
then       refused out_of_order mediation/not_accept
when       mediator@village announce
with       competent court
then       state door_heard
and        notice parties door_intent
when       ana answer_door
then       state door_deciding
and        owes village until 2026-03-17
when       mediator@village not_accept
with       competent court
then       state not_accepted
and        notice parties not_ours
when       ana contest
then       state review
and        owes township until 2026-03-17
when       mediation_guide@township take_up
then       state proposed
and        owes village until 2026-03-12
