story      The review is silent: supervision sees to it; a party who is silent is reminded, and silence is not consent
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village announce
with       competent court
when       ana answer_door
when       mediator@village not_accept
with       competent court
when       ana contest
at         2026-03-18 09:00
then       state review_late
and        owes supervision until 2026-04-01
when       supervisor@supervision look_in
then       state review_late
when       mediation_guide@township take_up
then       state proposed
when       mediator@village announce
with       competent court
when       ana answer_door
when       mediator@village not_accept
with       competent court
then       state not_accepted
at         2026-05-01 09:00
then       state door_reminded
and        owes resident until no-day
when       mediator@village rest_door
then       refused out_of_time mediation/rest_door
at         2026-06-10 09:00
when       mediator@village rest_door
then       state door_rest
when       ana wake_door
then       state not_accepted
when       ana contest
then       state review
