story      Not competent: heard first and told who is; at rest after her silence
procedure  report
given      township under county under city knows village under township under county under city
at         2026-03-02 09:00
when       ana report
with       unit village
when       handler@township announce
with       competent county
at         2026-03-10 09:00
then       state door_deciding
when       handler@township not_accept
with       competent county
then       state not_accepted
and        notice resident not_ours
at         2026-04-10 09:00
then       state reminded
at         2026-05-12 09:00
when       handler@township rest
then       state dormant
when       ana wake
then       state answered
when       ana withdraw
then       state withdrawn
