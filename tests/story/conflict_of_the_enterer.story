story    Who writes a word down for somebody stands aside like everyone else; the office goes on, for he leads nothing there
at       2026-03-02 09:00
when     ana submit
when     hall_clerk@service_hall declare_conflict
with     ground near_relative
sent     account=dorji alone=yes
then     owes village until 2026-03-17
when     handler@village accept
when     handler@village support
when     ana confirm
sent     channel=paper entered_by=hall_clerk@service_hall evidence=signed_paper account=dorji
then     refused not_permitted office/stands_aside by
when     ana confirm
sent     channel=paper entered_by=hall_clerk@service_hall evidence=signed_paper account=saina
then     state closed
