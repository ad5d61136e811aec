story    When the level above lets its days pass as well, supervision sees to it
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
at       2026-05-02 00:01
then     state late
at       2026-07-01 00:01
then     state late_above
and      owes supervision
when     supervisor@supervision look_in
then     state late_above
and      notice resident urged
when     handler@village support
then     state answered
