story    Above the highest office stands supervision
given    region
at       2026-03-02 09:00
when     ana submit
then     owes region until 2026-03-17
at       2026-03-18 00:01
then     state late_door
and      owes supervision
