story      The review is silent: supervised; she is silent herself: reminded, at rest, awake again
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village announce
with       item rights
with       competent court
when       ana answer_door
when       convener@village refuse_issue
with       item rights
with       competent court
when       ana contest
at         2026-03-18 09:00
then       state review_late
and        owes supervision until 2026-04-01
when       supervisor@supervision look_in
when       reviewer@township take_up
then       state received
when       convener@village announce
with       item rights
with       competent court
when       ana answer_door
when       convener@village refuse_issue
with       item rights
with       competent court
at         2026-05-01 09:00
then       state not_listed_reminded
when       convener@village rest_not_listed
then       refused out_of_time deliberation/rest_not_listed
at         2026-06-01 09:00
when       convener@village rest_not_listed
then       state not_listed_rest
when       ana wake_not_listed
then       state not_listed
when       ana confirm
then       state closed
