story      Neither the committee nor the level above answers the objection: supervised
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       council_member@village adopt
then       state published
when       ana object
at         2026-03-13 09:00
then       state objected_late
and        owes supervision until 2026-03-27
when       supervisor@supervision look_in
at         2026-03-28 09:00
then       state objected_late
and        notice resident overdue
when       village_supervisor@supervision_committee not_shared
when       ana speak
then       state township
at         2026-04-28 09:00
then       state township_late
and        owes supervision until 2026-05-14
when       supervisor@supervision look_in
when       reviewer@township grant_objection
then       state deliberating
