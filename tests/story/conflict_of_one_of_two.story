story    Of two handlers one stands aside and the other goes on; once he stands aside as well, the township does
at       2026-03-02 09:00
when     ana submit
when     handler@village declare_conflict
with     ground party
sent     account=gao
then     state received
and      owes village until 2026-03-17
and      fact aside "handler@village#gao"
when     handler@village accept
sent     account=gao
then     refused not_permitted office/stands_aside by
when     unit_head@village declare_conflict
with     ground interested
sent     account=gao
then     refused out_of_order office/aside_already by
when     handler@village accept
sent     account=batu
then     state accepted
and      owes village until 2026-05-01
when     handler@village declare_conflict
with     ground interested
sent     account=batu alone=yes
then     owes township until 2026-05-01
when     handler@township support
then     state answered
