story      A leader takes the case, the place is visited, the resident is asked to a talk
at         2026-03-02 09:00
when       ana submit
when       handler@village accept
when       unit_head@village take_case
then       state accepted
and        notice resident visited
when       handler@village visit
then       state accepted
when       handler@village appoint
then       state accepted
and        owes village until 2026-05-01
