story      Sharing land compensation is for the members' assembly, two thirds of all: the matter fixes the rule, not the room
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
when       convener@village put_on_agenda
with       matter_type land_share
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       convener@village call_meeting
at         2026-03-16 18:00
when       group_meeting@village pass
with       voters 30
with       present 25
with       for 25
with       against 0
with       noticed_on 2026-03-02
with       held_on 2026-03-16
then       refused not_permitted office/meeting_bases
when       member_assembly@village pass_members
with       voters 90
with       present 80
with       for 59
with       against 21
with       noticed_on 2026-03-02
with       held_on 2026-03-16
then       refused not_permitted office/outcome_is_computed outcome
when       member_assembly@village not_pass_members
with       voters 90
with       present 80
with       for 59
with       against 21
with       noticed_on 2026-03-02
with       held_on 2026-03-16
then       state not_passed
when       ana revise
when       council_member@village draft_livelihood
when       council_member@village deliberate
when       convener@village call_meeting
at         2026-04-16 18:00
when       member_assembly@village pass_members
with       voters 90
with       present 80
with       proxies 4
with       for 60
with       against 20
with       noticed_on 2026-04-02
with       held_on 2026-04-16
then       state published
