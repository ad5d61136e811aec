story      Above the unit nobody answers either: it moves up, and up again
procedure  report
given      township under county under city knows village under township under county under city
at         2026-03-02 09:00
when       ana report
with       unit village
at         2026-03-18 09:00
then       state late_door
and        owes county until 2026-03-25
when       reviewer@county urge
at         2026-03-26 09:00
then       state door_above
and        owes supervision until 2026-04-10
when       supervisor@supervision look_in
when       handler@township accept
then       state examining
at         2026-05-26 09:00
then       state late
and        owes county until 2026-06-09
when       reviewer@county urge
at         2026-06-10 09:00
then       state late_above
when       supervisor@supervision look_in
when       handler@township intend
then       state heard
at         2026-06-18 09:00
then       state deciding
at         2026-07-08 09:00
then       state deciding_late
when       reviewer@county urge
when       handler@township found
then       state answered
at         2026-08-10 09:00
then       state reminded
when       handler@township rest
then       refused out_of_time report/rest
when       ana contest
at         2026-09-12 09:00
then       state review_late
when       supervisor@supervision look_in
when       reviewer@county correct
then       state answered
