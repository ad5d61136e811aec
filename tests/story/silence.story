story    Silence is not consent: after a reminder the matter rests, and a word wakes it
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
when     handler@village support
then     state answered
and      owes resident until 2026-04-01
when     handler@village rest
then     refused out_of_order request/rest
at       2026-04-02 00:01
then     state reminded
and      owes resident until no-day
and      notice resident reminder
at       2026-05-01 09:00
when     handler@village rest
then     refused out_of_time request/rest
and      because after 2026-05-02
at       2026-05-03 00:01
when     handler@village rest
then     state dormant
and      owes nobody
and      notice resident rested
at       2026-09-01 09:00
then     acts +0
when     ana wake
then     state answered
and      owes resident until 2026-10-01
