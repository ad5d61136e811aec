story    An answer that does not come moves up, and up again
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     owes village until 2026-05-01
at       2026-05-02 00:01
then     state late
and      owes township
and      notice resident overdue
when     handler@township support
then     refused not_permitted office/actor by
and      because handler@village
when     reviewer@township correct
then     state reviewed
and      owes resident
