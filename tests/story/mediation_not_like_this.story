story      A draft binds nobody: one says no, both are silent, and it is talked over again
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
when       ana choose_panel
when       bo choose_panel
when       mediator@village draft
when       ana sign
when       bo not_so
then       state sessions
and        owes village until 2026-04-01
when       mediator@village draft
when       bo sign
then       state to_sign
at         2026-03-18 09:00
then       state sessions
when       mediator@village draft
then       refused limit_exceeded mediation/draft
when       ana agree_orally
when       bo agree_orally
then       state signed
at         2026-03-24 09:00
then       state seal_late
and        owes township until 2026-03-31
when       mediation_guide@township urge
when       mediator@village seal
with       record Bo mends the fence and Ana pays half of the posts
with       perform_by 2026-04-30
then       state performing
