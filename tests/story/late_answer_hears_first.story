story    A late answer against her needs her word as much as one in time
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
at       2026-05-02 00:01
then     state late
when     handler@village intend_late
then     state heard_late
and      owes resident
when     ana speak_late
then     state deciding_late
and      owes township
when     handler@village decline outcome=explained
then     state answered
