story      The committee does not share it, she speaks, the level above decides either way
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       council_member@village adopt
then       state published
when       ana object
when       village_supervisor@supervision_committee not_shared
then       state objection_heard
and        notice resident findings
when       reviewer@township dismiss_objection
then       refused out_of_order deliberation/dismiss_objection
when       ana speak
then       state township
and        owes township until 2026-04-01
when       reviewer@township grant_objection
then       state deliberating
when       council_member@village adopt
when       ana object
when       village_supervisor@supervision_committee not_shared
# Her silence moves it up all the same.
at         2026-03-10 09:00
then       state township
when       reviewer@township dismiss_objection outcome=not_supported
then       state executing
and        notice resident dismissed
when       ana object
then       state objected
