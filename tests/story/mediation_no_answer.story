story      The invited party does not answer: reminded, at rest, woken by a word; silence never joins
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
then       state invited
at         2026-03-18 09:00
then       state invited_again
and        notice parties reminder
when       mediator@village rest_invited
then       refused out_of_time mediation/rest_invited
at         2026-04-03 09:00
when       mediator@village rest_invited
then       state invited_rest
and        owes nobody
when       bo wake_invited
then       state invited
when       bo join
then       state invited
when       ana join
then       state panel
