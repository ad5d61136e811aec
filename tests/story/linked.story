story      Two who bring the same matter keep their own receipts and their own word
at         2026-03-02 09:00
when       ana submit
when       bo submit
when       handler@village link for bo
with       same 1
then       state received
and        notice resident linked
when       handler@village accept for ana
when       handler@village support
when       ana confirm
then       state closed
when       bo add_facts
then       state received
