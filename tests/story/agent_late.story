story      The agent is silent: supervised, and she can always file it herself
at         2026-03-02 09:00
when       ana ask_for_agent
at         2026-03-10 09:00
then       state agent_late
and        owes supervision until 2026-03-17
and        notice resident overdue
when       supervisor@supervision look_in
then       state agent_late
at         2026-03-18 09:00
then       state agent_late
and        notice resident overdue
when       ana file_myself
then       state received
and        owes village until 2026-04-02
