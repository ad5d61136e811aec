story      A signature that was entered for a neighbour is taken off again, before the others have signed and after
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
when       mediator@village name_panel
with       kind five_person
when       ana accept_panel
when       bo accept_panel
when       mediator@village hold_session
when       team_member@village team_speaks
when       mediator@village draft
then       state to_sign
when       bo sign
sent       channel=paper entered_by=hall_clerk@service_hall evidence=two_witnesses
then       state to_sign
and        notice parties entered
when       bo undo_entered
then       state to_sign
when       ana sign
then       state to_sign
when       bo sign
sent       channel=paper entered_by=hall_clerk@service_hall evidence=signed_paper
then       state signed
when       ana undo_entered
then       refused out_of_order office/nothing_to_undo
when       bo undo_entered
then       state to_sign
when       bo sign
then       state to_sign
when       ana sign
then       state signed
