story    Adding something leaves the clock as it was
at       2026-03-02 09:00
when     ana submit
then     owes village until 2026-03-17
at       2026-03-10 09:00
when     ana add_facts
with     words It got worse
then     state received
and      owes village until 2026-03-17
and      acts +1
and      notice resident receipt
