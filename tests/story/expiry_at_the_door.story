story    A matter that nobody takes up moves up by itself, at the end of the last day and not before
at       2026-03-02 09:00
when     ana submit
then     owes village until 2026-03-17
at       2026-03-17 23:59:59
then     state received
and      acts +1
and      notice resident no_news
at       2026-03-18 00:01
then     state late_door
and      owes township until 2026-03-25
and      acts +1
and      notice resident overdue
when     reviewer@township urge
then     state late_door
and      owes township until 2026-03-25
and      notice resident urged
at       2026-03-26 00:01
then     state door_above
and      owes supervision until 2026-04-10
# The last stop: it stays there, shown as overdue, and the other ways are told once.
at       2026-04-11 00:01
then     state door_above
and      owes supervision until 2026-04-10
and      acts +2
and      notice resident overdue
at       2026-06-01 00:01
then     acts +1
and      notice resident no_news
when     handler@village accept
then     state accepted
and      owes village
