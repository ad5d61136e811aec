story    What was received before an instant is decided before a term that ends at that instant
at       2026-03-02 09:00
when     ana submit
then     owes village until 2026-03-17
# The machine slept over the end of the day. The handler's act came in one millisecond before it.
asleep   2026-03-18 00:10
when     handler@village accept
sent     received=2026-03-17T23:59:59.999+08:00
then     state accepted
and      owes village until 2026-05-16
# The other one tells her that nothing had happened for seven days.
and      acts +2
