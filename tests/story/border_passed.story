story    What was received at the instant when a term ends comes after its end
at       2026-03-02 09:00
when     ana submit
then     owes village until 2026-03-17
asleep   2026-03-18 00:10
when     handler@village accept
sent     received=2026-03-18T00:00:00+08:00
then     state accepted
# The first of them tells her that nothing had happened for seven days.
and      acts +3
