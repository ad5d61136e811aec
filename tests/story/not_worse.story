story    A review may not make it worse for the one who asked for it
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
when     handler@village intend
then     state heard
when     ana speak
then     state deciding
when     handler@village decline outcome=explained
then     state answered
when     ana contest
then     state review
when     reviewer@township uphold outcome=not_supported
then     refused not_permitted request/uphold outcome
and      because not_worse explained
and      acts +0
when     reviewer@township uphold outcome=explained
then     state reviewed
