story    She takes it back, and may come again with new facts
at       2026-03-02 09:00
when     ana submit
then     state received
when     ana withdraw
then     state withdrawn
and      owes nobody
when     ana withdraw
then     refused out_of_order request/withdraw
and      because withdrawn
at       2026-04-20 09:00
when     ana reopen
then     state received
and      owes village until 2026-05-05
