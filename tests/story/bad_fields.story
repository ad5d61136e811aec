story    What is written is checked field by field
at       2026-03-02 09:00
when     ana submit
with     points -
then     refused malformed office/missing_field points
when     ana submit
with     colour red
then     refused malformed office/unknown_field colour
when     ana submit
with     kind complaint
then     refused malformed office/field_choice kind
when     ana submit
with     happened_on yesterday
then     refused malformed office/field_date happened_on
and      acts +0
when     ana submit
with     points Mend the bridge
with     kind claim
with     happened_on 2026-02-27
then     state received
when     handler@village accept
then     state accepted
when     handler@village intend
then     state heard
when     ana speak
then     state deciding
when     handler@village decline
then     refused malformed request/decline outcome
when     handler@village decline outcome=refused
then     refused malformed request/decline outcome
when     handler@village decline outcome=explained
with     rules A rule that nobody published
then     refused malformed request/decline rules
and      because rules_in_force
