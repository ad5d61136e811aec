story    An office that is not competent hears the resident first, and says whose matter it is
at       2026-03-02 09:00
when     ana submit
then     state received
# Not taking it up without having told her is no step of the procedure.
when     handler@village not_accept
with     competent county
then     refused out_of_order request/not_accept
and      because received
and      acts +0
when     handler@village announce
with     competent county
then     state door_heard
and      owes resident until 2026-03-09
and      notice resident door_intent
when     ana answer_door
then     state door_deciding
# Her clock has not begun anew.
and      owes village until 2026-03-17
when     handler@village not_accept
with     competent county
then     state not_accepted
and      notice resident not_ours
when     ana contest
then     state review
and      owes township until 2026-04-01
when     reviewer@township uphold_door
with     competent county
then     state reviewed
and      notice resident not_ours
