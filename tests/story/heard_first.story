story    Nothing goes against a resident before she was heard, or let the time for it pass
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
when     handler@village decline outcome=not_supported
then     refused out_of_order request/decline
and      because accepted
when     handler@village intend
then     state heard
and      owes resident until 2026-03-09
and      notice resident intent
when     handler@village decline outcome=not_supported
then     refused out_of_order request/decline
# She says nothing; the time for it passes, and her silence only moves the pen back.
at       2026-03-10 00:01
then     state deciding
and      owes village until 2026-05-01
and      acts +1
and      notice resident reminder
when     handler@village decline outcome=not_supported
then     state answered
and      notice resident declined
