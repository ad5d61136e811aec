story    A review that does not come moves two levels up, then to supervision
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
when     handler@village support
then     state answered
when     ana contest
then     owes township until 2026-04-01
at       2026-04-02 00:01
then     state review_late
and      owes county
when     re_reviewer@county urge_review
then     state review_late
at       2026-05-06 00:01
then     state review_above
and      owes supervision
when     reviewer@township correct
then     state reviewed
