story      Shown another way she is silent: reminded, at rest, and nothing is closed to her
at         2026-03-02 09:00
when       ana submit
when       handler@village announce
with       competent court
when       ana answer_door
when       handler@village lead
with       route arbitration
with       competent court
at         2026-04-02 09:00
then       state reminded
at         2026-05-04 09:00
when       handler@village rest
then       state dormant
when       ana reopen
then       state received
