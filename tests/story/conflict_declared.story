story    The one handler of the village is a cousin: nobody is left to lead the matter on there, so the township does, by the same day
at       2026-03-02 09:00
when     ana submit
then     owes village until 2026-03-17
at       2026-03-03 09:00
when     ana declare_conflict
with     ground near_relative
then     refused not_permitted office/actor by
when     handler@village declare_conflict
with     ground a_quarrel
then     refused malformed office/field_choice ground
when     handler@village declare_conflict
then     refused malformed office/ground ground
when     handler@village declare_conflict
with     ground near_relative
then     state received
and      owes township until 2026-03-17
and      fact aside "handler@village"
and      fact passed_over "village"
and      notice resident passed_on
when     handler@village declare_conflict
with     ground near_relative
then     refused out_of_order office/aside_already by
when     handler@village accept
then     refused not_permitted office/actor by
when     handler@township accept
then     state accepted
and      owes township until 2026-05-02
when     handler@township intend
when     ana speak
when     handler@township decline outcome=not_supported
then     state answered
at       2026-03-20 09:00
when     ana contest
then     state review
and      owes county until 2026-04-19
