story      Not found to be so: heard first, reviewed above, and concluded there; new facts open it again
procedure  report
given      township under county under city knows village under township under county under city
at         2026-03-02 09:00
when       ana report
with       unit village
when       handler@township accept
when       handler@township decline
then       refused out_of_order report/decline
when       handler@township intend
then       state heard
when       ana speak
then       state deciding
when       handler@township decline outcome=not_supported
then       state answered
and        notice resident declined
when       ana contest
then       state review
and        owes county until 2026-04-01
when       reviewer@county annul
then       state examining
when       handler@township intend
at         2026-03-10 09:00
then       state deciding
when       handler@township decline outcome=explained
when       ana contest
when       reviewer@county uphold outcome=explained
then       state concluded
when       ana reopen
then       state received
