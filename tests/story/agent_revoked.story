story      The mandate is hers to take back at any time, and filing it herself stays open
at         2026-03-02 09:00
when       ana ask_for_agent
when       agent_on_behalf@agents draft
when       ana revoke_early
then       state own_hand
and        owes resident until no-day
when       agent_on_behalf@agents draft
then       refused not_permitted request/draft
when       ana file_myself
then       state received
when       agent_on_behalf@agents tell_news
then       refused not_permitted request/tell_news
when       ana give_mandate
then       state received
when       agent_on_behalf@agents tell_news
then       state received
when       ana revoke
then       state received
and        owes village until 2026-03-17
when       agent_on_behalf@agents tell_news
then       refused not_permitted request/tell_news
