story      She is silent at the door and the refusal is upheld above; new facts open it again
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village announce
with       item other_body
with       competent county
at         2026-03-10 09:00
then       state door_deciding
when       convener@village refuse_issue
with       item other_body
with       competent county
when       ana contest
when       reviewer@township uphold_door
with       item other_body
with       competent county
then       state door_closed
when       ana reopen
then       state received
and        owes village until 2026-03-17
