story    Two act on one matter at once: the second is told what has changed
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
sent     seen=1
also     handler@village announce
sent     seen=1
then     state accepted
then     refused conflict request/announce
and      because accept -> accepted
and      acts +1
