story      No mediation against the word of one party; new facts can ask again
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo refuse
then       state ended
and        notice parties ended
and        owes nobody
when       ana ask_again
then       state proposed
and        owes village until 2026-03-12
when       mediator@village ask_parties
then       state invited
when       bo join
then       state invited
when       ana join
then       state panel
