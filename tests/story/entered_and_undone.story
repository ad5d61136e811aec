story    What the hall's clerk wrote down for somebody she undoes by her own word, for sixty days and while nothing came of it
at       2026-03-02 09:00
when     ana submit
when     handler@village accept
when     handler@village support
then     state answered
and      owes resident until 2026-04-01
at       2026-03-05 10:00
when     ana undo_entered
then     refused out_of_order office/nothing_to_undo
when     ana confirm
sent     channel=paper entered_by=hall_clerk@service_hall evidence=two_witnesses
then     state closed
and      owes nobody
and      notice resident entered
and      notice resident ended
at       2026-04-20 10:00
when     hall_clerk@service_hall undo_entered
then     refused not_permitted office/actor by
when     ana undo_entered
sent     channel=paper entered_by=hall_clerk@service_hall evidence=signed_paper
then     refused not_permitted office/actor by
when     ana undo_entered
then     state answered
and      owes resident until 2026-05-20
and      fact undoes "confirm"
when     ana undo_entered
then     refused out_of_order office/nothing_to_undo
when     ana confirm
sent     channel=paper entered_by=hall_clerk@service_hall evidence=signed_paper
then     state closed
at       2026-06-20 10:00
when     ana undo_entered
then     refused out_of_order office/nothing_to_undo
