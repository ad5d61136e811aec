story      An agent writes it down, she confirms the text, it is filed, and the agent tells her the news
at         2026-03-02 09:00
when       ana ask_for_agent
then       state with_agent
and        owes agents until 2026-03-09
and        notice resident mandated
when       agent_on_behalf@agents draft
then       state draft_shown
and        notice resident drafted
when       ana ask_redraft
then       state with_agent
when       agent_on_behalf@agents draft
when       handler@village accept
then       refused out_of_order request/accept
at         2026-03-05 09:00
when       ana file_draft
then       state received
and        owes village until 2026-03-20
when       agent_on_behalf@agents withdraw
then       refused not_permitted office/actor by
when       handler@village accept
then       state accepted
when       agent_on_behalf@agents tell_news
then       state accepted
and        notice resident news
when       handler@village support
then       state answered
when       agent_on_behalf@agents explain
then       state answered
when       ana contest
then       state review
and        owes township until 2026-04-04
