story      The committee offers mediation and brings both parties in
procedure  mediation
at         2026-03-02 09:00
when       mediator@village offer brings ana
then       state proposed
when       mediator@village invite brings bo
then       state invited
when       ana join
when       bo join
then       state panel
when       ana choose_panel
when       bo choose_panel
then       state sessions
when       ana end
then       state ended
