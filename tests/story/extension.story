story    The head of the unit may lengthen the term once, with reasons
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     owes village until 2026-05-01
when     handler@village extend
then     refused not_permitted office/actor by
when     unit_head@village extend
with     reasons -
then     refused malformed office/missing_field reasons
when     unit_head@village extend
then     owes village until 2026-05-31
and      notice resident delay
when     unit_head@village extend
then     refused limit_exceeded request/extend
at       2026-05-02 00:01
then     state accepted
at       2026-06-01 00:01
then     state late
