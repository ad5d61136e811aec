story      After five working days it cannot be sent back; after fifteen days it moves up
at         2026-03-02 09:00
when       ana submit
when       handler@village pass_on
with       to township
at         2026-03-10 09:00
when       handler@township send_back
with       to village
then       refused out_of_time request/send_back
at         2026-03-18 09:00
then       state late_door
and        owes county until 2026-03-25
when       reviewer@county assign
with       to township
then       state assigned
and        owes township until 2026-03-25
at         2026-03-26 09:00
then       state door_above
and        owes supervision until 2026-04-10
