story      Nobody is left at the township: the county reviews, and the city reviews again
given      village under township under county under city under region without township
at         2026-03-02 09:00
when       ana submit
when       handler@village accept
when       handler@village support
when       ana contest
then       state review
and        owes county until 2026-04-01
when       reviewer@township correct
then       refused not_permitted office/actor by
and        because reviewer@county
when       reviewer@county correct
then       state reviewed
when       ana ask_re_review
then       owes city until 2026-04-01
