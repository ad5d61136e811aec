story      An objection is shared by the supervision committee: talked over anew
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       council_member@village adopt
then       state published
when       ana object
then       state objected
and        owes supervision_committee until 2026-03-12
and        notice resident objected
when       village_supervisor@supervision_committee share_objection
then       state deliberating
and        notice resident annulled
