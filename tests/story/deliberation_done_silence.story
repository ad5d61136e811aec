story      Carried out, and she is silent: reminded, at rest, and an objection is still open after she wakes it
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       council_member@village adopt
then       state published
at         2026-03-10 09:00
when       board_member@village finish
then       state done
at         2026-04-10 09:00
then       state done_reminded
when       convener@village rest_done
then       refused out_of_time deliberation/rest_done
at         2026-05-11 09:00
when       convener@village rest_done
then       state done_rest
when       ana wake_done
then       state done
when       ana object
then       state objected
