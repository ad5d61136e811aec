story      Asked whether it was performed they are silent: reminded, at rest, woken by one word
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
with       perform_by 2026-03-20
when       mediator@village ask_performed
then       state asked
when       ana confirm
then       state asked
at         2026-04-02 09:00
then       state asked_again
when       mediator@village rest_agreed
then       refused out_of_time mediation/rest_agreed
at         2026-05-04 09:00
when       mediator@village rest_agreed
then       state agreed_rest
when       bo wake_agreed
then       state performing
