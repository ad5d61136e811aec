story      Nobody mediates without the parties: they object, choose others, and a panel that nobody names moves up
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
at         2026-03-10 09:00
then       state panel_late
and        owes township until 2026-03-17
when       mediator@village name_panel
with       kind three_chiefs
then       state panel_offered
when       ana accept_panel
when       bo object_panel
then       state panel
when       mediator@village name_panel
with       kind five_elders
then       state panel_offered
# Silence is no consent to these elders.
at         2026-03-18 09:00
then       state panel
when       elder@village elder_speaks
then       refused out_of_order mediation/elder_speaks
when       mediator@village name_panel
with       kind one_mediator
then       refused limit_exceeded mediation/name_panel
when       bo choose_panel
when       ana choose_panel
then       state sessions
when       elder@village elder_speaks
then       state sessions
when       chief@village chief_speaks
then       state sessions
when       ana object_panel
then       state panel
when       mediator@village hold_session
then       refused out_of_order mediation/hold_session
