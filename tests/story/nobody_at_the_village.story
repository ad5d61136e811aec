story      Nobody is left at the village: the township answers in its place, and the county reviews
given      village under township under county under city under region without village
at         2026-03-02 09:00
when       ana submit
then       state received
and        owes township until 2026-03-17
when       handler@village accept
then       refused not_permitted office/actor by
and        because handler@township
when       handler@township accept
when       handler@township support
when       ana contest
then       owes county until 2026-04-01
