story      Not passed: she may ask for another draft, or let it be; what the numbers do not carry cannot be called passed
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       convener@village call_meeting
at         2026-03-16 18:00
when       group_meeting@village pass
with       voters 30
with       present 20
with       for 10
with       against 10
with       noticed_on 2026-03-02
with       held_on 2026-03-16
then       refused not_permitted office/outcome_is_computed outcome
when       group_meeting@village pass
with       voters 30
with       present 19
with       for 19
with       against 0
with       noticed_on 2026-03-02
with       held_on 2026-03-16
then       refused not_permitted office/outcome_is_computed outcome
when       group_meeting@village pass
with       voters 30
with       present 20
with       for 15
with       against 5
with       noticed_on 2026-03-10
with       held_on 2026-03-16
then       refused out_of_time office/meeting_notice held_on
when       group_meeting@village not_pass
with       voters 30
with       present 20
with       for 10
with       against 10
with       noticed_on 2026-03-02
with       held_on 2026-03-16
then       state not_passed
and        notice resident voted_down
when       ana revise
then       state drafting
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       convener@village call_meeting
at         2026-04-10 18:00
when       group_meeting@village not_pass
with       voters 30
with       present 30
with       for 3
with       against 27
with       noticed_on 2026-03-20
with       held_on 2026-04-10
then       state not_passed
at         2026-05-11 09:00
then       state not_passed_reminded
at         2026-06-11 09:00
when       convener@village rest_not_passed
then       state not_passed_rest
when       ana wake_not_passed
then       state not_passed
