story      A report against a unit is received above it; the unit neither acts nor hears of it
procedure  report
given      township under county under city knows village under township under county under city
at         2026-03-02 09:00
when       ana report
with       unit village
then       state received
and        owes township until 2026-03-17
and        notice resident receipt
when       handler@village accept
then       refused not_permitted office/actor by
when       handler@township accept
then       state examining
and        owes township until 2026-05-01
when       handler@township found
then       state answered
and        notice resident found
when       ana confirm
then       state closed
