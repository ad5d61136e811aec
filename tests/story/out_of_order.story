story    An act out of order is refused with the state in which the matter stands
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village support
then     refused out_of_order request/support
and      because received
when     ana confirm
then     refused out_of_order request/confirm
when     ana contest
then     refused out_of_order request/contest
when     reviewer@township uphold outcome=explained
then     refused out_of_order request/uphold
when     ana reopen
then     refused out_of_order request/reopen
when     handler@village knock
then     refused not_found office/act act
and      acts +0
