story      The convening group is silent for seven days: the level above sees to it
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
at         2026-03-09 23:59
then       state received
at         2026-03-10 00:01
then       state late
and        owes township until 2026-03-17
and        notice resident overdue
when       reviewer@township urge
then       state late
at         2026-03-18 09:00
then       state late
and        notice resident overdue
when       convener@village put_on_agenda
then       state drafting
