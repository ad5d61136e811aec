story      Two neighbours mediate, sign, perform and confirm
procedure  mediation
at         2026-03-02 09:00
when       ana apply
then       state proposed
and        owes village until 2026-03-12
and        notice parties receipt
when       mediator@village invite brings bo
then       state invited
and        notice parties invitation
when       ana join
then       state invited
when       bo join
then       state panel
and        owes village until 2026-03-09
when       mediator@village name_panel
with       kind five_person
then       state panel_offered
when       ana accept_panel
then       state panel_offered
when       team_member@village team_speaks
then       refused out_of_order mediation/team_speaks
when       bo accept_panel
then       state sessions
and        owes village until 2026-04-01
when       mediator@village hold_session
then       state sessions
when       team_member@village team_speaks
then       state sessions
when       mediator@village draft
then       state to_sign
and        notice parties proposal
when       bo sign
then       state to_sign
when       ana sign
then       state signed
and        owes village until 2026-03-05
when       mediator@village seal
with       perform_by 2026-04-30
then       state performing
and        owes village until 2026-04-30
and        notice parties in_force
when       mediator@village ask_performed
then       state asked
when       ana confirm
then       state asked
when       bo confirm
then       state performed
and        owes nobody
