story    Two things asked need two reasons
at       2026-03-02 09:00
when     ana submit
with     points Mend the bridge | Say by when
then     state received
when     handler@village accept
then     state accepted
when     handler@village support
with     reasons It will be mended
then     refused malformed request/support reasons
and      because points_answered 1/2
when     handler@village support
with     reasons It will be mended | By the end of May
then     state answered
