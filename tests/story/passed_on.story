story      Passed on and sent back with one clock, twice at most, and then the level above settles whose it is
at         2026-03-02 09:00
when       ana submit
and        owes village until 2026-03-17
when       handler@village pass_on
with       to township
then       state passed_on
and        owes township until 2026-03-17
and        notice resident passed_on
when       handler@township take_over
then       state passed_on
and        notice resident taken_over
when       handler@township send_back
with       to village
then       state received
and        owes village until 2026-03-17
when       handler@village pass_on
with       to township
when       handler@township send_back
with       to village
when       handler@village pass_on
with       to county
then       refused limit_exceeded request/pass_on
when       reviewer@township assign
with       to township
then       state assigned
and        owes township until 2026-03-09
when       handler@township accept
then       state accepted
