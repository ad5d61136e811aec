story    Reopening states a fact; nobody screens it
at       2026-03-02 09:00
when     ana submit
then     state received
when     ana withdraw
then     state withdrawn
when     ana reopen
with     words -
then     refused malformed office/missing_field words
and      acts +0
when     ana reopen
with     words The culvert has fallen in again
then     state received
