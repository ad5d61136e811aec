story      Both ask the court together within thirty days, not one alone and not later
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
when       bo sign
when       mediator@village seal
with       perform_by 2026-08-31
then       state performing
at         2026-03-20 09:00
when       ana ask_court
then       state performing
when       bo ask_court
then       state at_court
and        notice parties to_court
when       ana ruling_rejected
then       state sessions
when       mediator@village draft
when       ana sign
when       bo sign
when       mediator@village seal
with       perform_by 2026-08-31
when       ana ask_court
when       bo ask_court
when       bo ruling_confirmed
with       perform_by 2026-06-30
then       state enforceable
and        owes village until 2026-06-30
