story      On the thirty-first day the court cannot be asked together any more
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
when       ana choose_panel
when       bo choose_panel
when       ana agree_orally
when       bo agree_orally
when       mediator@village seal
with       perform_by 2026-08-31
at         2026-04-01 23:59
when       ana ask_court
then       state performing
at         2026-04-02 00:00
when       bo ask_court
then       refused out_of_time mediation/ask_court
