story      The committee is silent at the door: the level above sees to it
procedure  mediation
at         2026-03-02 09:00
when       ana apply
at         2026-03-13 09:00
then       state late
and        owes township until 2026-03-20
and        notice parties overdue
when       mediation_guide@township urge
then       state late
and        notice parties hurried
at         2026-03-21 09:00
then       state late
and        notice parties overdue
