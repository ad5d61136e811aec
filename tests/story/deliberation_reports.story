story      A month without a report moves up; after three the matter stays above until it is carried out
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       council_member@village adopt
then       state published
at         2026-03-10 09:00
then       state executing
and        owes village until 2026-04-10
at         2026-04-11 09:00
then       state executing_late
and        notice resident overdue
when       reviewer@township urge
when       board_member@village report_late
then       state executing
at         2026-05-12 09:00
when       board_member@village report_late
at         2026-06-13 09:00
when       board_member@village report_late
at         2026-07-14 09:00
then       state executing_late
when       board_member@village report_late
then       refused limit_exceeded deliberation/report_late
when       board_member@village finish
then       state done
