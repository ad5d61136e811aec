story      Nobody drafts, talks it over or holds the meeting in time: each time the level above sees to it
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
at         2026-04-02 09:00
then       state drafting_late
and        owes township until 2026-04-10
when       reviewer@township urge
when       council_member@village draft_livelihood
then       state deliberating
at         2026-05-03 09:00
then       state deliberating_late
when       reviewer@township urge
when       council_member@village deliberate
when       convener@village call_meeting
then       state voting
at         2026-06-13 09:00
then       state voting_late
and        notice resident overdue
when       reviewer@township urge
