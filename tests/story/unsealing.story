story    Opening a sealed name is an act with reasons, and the resident is told
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village unseal
with     reasons -
then     refused malformed office/missing_field reasons
when     handler@village unseal
with     reasons The crew must find the house
then     state received
and      notice resident unsealed
