story    A repeated command is answered as before; the same key with other content is refused
at       2026-03-02 09:00
when     ana submit
with     points Mend the bridge
sent     key=k1
then     state received
and      acts +1
at       2026-03-02 09:05
when     ana submit
with     points Mend the bridge
sent     key=k1
then     again
and      acts +0
when     ana submit
with     points Mend the road
sent     key=k1
then     refused conflict clerk/same_key_other_content
and      acts +0
