story      Thirty days of sessions, longer only by the word of both
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
when       ana choose_panel
when       bo choose_panel
then       state sessions
and        owes village until 2026-04-01
at         2026-03-30 09:00
when       ana prolong
then       state sessions
and        owes village until 2026-04-01
at         2026-04-02 09:00
then       state sessions_late
and        owes township until 2026-04-17
# Her word of three days ago still stands.
when       bo prolong
then       state sessions
and        owes village until 2026-05-02
and        notice parties prolonged
at         2026-05-03 09:00
then       state sessions_late
when       mediation_guide@township urge
then       state sessions_late
at         2026-05-25 09:00
then       state sessions_late
and        owes township until 2026-05-18
when       bo end
then       state ended
