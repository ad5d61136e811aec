story    She contests, the level above upholds, two levels above conclude; new facts open it again
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village accept
then     state accepted
when     handler@village intend
then     state heard
when     ana speak
then     state deciding
when     handler@village decline outcome=not_supported
then     state answered
when     ana contest
then     state review
and      owes township until 2026-04-01
when     handler@village uphold outcome=not_supported
then     refused not_permitted office/actor by
and      because reviewer@township
when     reviewer@township uphold outcome=not_supported
then     state reviewed
and      notice resident reviewed
when     ana ask_re_review
then     state re_review
and      owes county until 2026-04-01
when     re_reviewer@county re_uphold outcome=not_supported
then     state concluded
and      owes nobody
and      notice resident concluded
when     ana reopen
then     state received
and      owes village until 2026-03-17
