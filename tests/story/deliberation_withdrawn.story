story      She takes her issue back before the vote, and not any more after it
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       ana withdraw
then       state withdrawn
when       bo raise
when       convener@village put_on_agenda for bo
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       council_member@village adopt
when       bo withdraw
then       refused out_of_order deliberation/withdraw
