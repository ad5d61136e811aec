story      An issue is collected, drafted, talked over, voted by household representatives, published, carried out, reported, confirmed
procedure  deliberation
at         2026-03-02 09:00
when       ana raise
then       state received
and        owes village until 2026-03-09
and        notice resident receipt
when       convener@village put_on_agenda
with       class livelihood
with       item livelihood_01
with       matter_type group_matter
then       state drafting
when       council_member@village draft_livelihood
then       state deliberating
when       convener@village call_meeting
then       refused out_of_order deliberation/call_meeting
when       council_member@village deliberate
with       dissent Two households would rather mend the old well
then       state deliberating
when       convener@village call_meeting
with       meets_on 2026-03-20
then       state voting
and        notice resident called
at         2026-03-20 18:00
when       group_meeting@village pass
with       voters 30
with       present 20
with       for 11
with       against 9
with       noticed_on 2026-03-02
with       held_on 2026-03-20
then       state published
and        notice resident published
and        fact meeting.quorum 20
and        fact meeting.majority 11
at         2026-03-27 23:59
then       state published
at         2026-03-28 00:01
then       state executing
and        owes village until 2026-04-28
at         2026-04-20 09:00
when       board_member@village report
then       state executing
and        owes village until 2026-05-20
and        notice resident monthly
at         2026-05-15 09:00
when       board_member@village finish
then       state done
when       ana confirm
then       state closed
and        owes nobody
