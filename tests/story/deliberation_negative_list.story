story      A refusal by the negative list comes after the receipt and the hearing, with reasons, and is reviewed above
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village refuse_issue
then       refused out_of_order deliberation/refuse_issue
when       convener@village announce
with       item in_court
with       competent court
then       state door_heard
and        notice resident door_intent
when       ana answer_door
then       state door_deciding
and        owes village until 2026-03-17
when       convener@village refuse_issue
with       item in_court
with       competent court
then       state not_listed
and        notice resident not_listed
when       ana contest
then       state review
and        owes township until 2026-03-17
when       reviewer@township take_up
then       state received
when       convener@village put_on_agenda
then       state drafting
