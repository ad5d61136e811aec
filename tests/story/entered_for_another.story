story    A word that somebody else writes down needs the hall's clerk and evidence
at       2026-03-02 09:00
when     ana submit
sent     channel=spoken entered_by=hall_clerk@service_hall
then     refused not_permitted office/read_back read_back
when     ana submit
sent     channel=spoken entered_by=handler@village read_back=yes
then     refused not_permitted office/entered_by entered_by
when     ana submit
sent     channel=pigeon
then     refused not_permitted office/channel channel
when     ana submit
sent     channel=spoken entered_by=hall_clerk@service_hall read_back=yes
then     state received
when     ana withdraw
sent     channel=paper entered_by=hall_clerk@service_hall
then     refused not_permitted office/evidence evidence
when     ana withdraw
sent     channel=paper entered_by=handler@village evidence=signed_paper
then     refused not_permitted office/entered_by entered_by
when     ana withdraw
sent     channel=paper entered_by=hall_clerk@service_hall evidence=signed_paper
then     state withdrawn
