story    A matter is raised, taken up, answered and confirmed by the resident
at       2026-03-02 09:00
when     ana submit
then     state received
and      owes village until 2026-03-17
and      acts +1
and      notice resident receipt
at       2026-03-04 10:00
when     handler@village accept
then     state accepted
and      owes village until 2026-05-03
and      notice resident taken_up
at       2026-03-20 16:00
when     handler@village support
then     state answered
and      owes resident until 2026-04-19
and      notice resident supported
at       2026-03-25 08:00
when     ana confirm
then     state closed
and      owes nobody
and      notice resident ended
