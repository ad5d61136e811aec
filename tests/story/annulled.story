story    The level above annuls the answer and the office answers anew, with a new term
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
when     handler@village support
then     state answered
at       2026-03-20 09:00
when     ana contest
then     state review
when     reviewer@township annul
then     state accepted
and      owes village until 2026-05-19
and      notice resident annulled
