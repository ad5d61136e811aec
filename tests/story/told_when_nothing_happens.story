story      Seven days without news: the resident is told how things stand, and nothing else moves
at         2026-03-02 09:00
when       ana submit
at         2026-03-09 23:00
then       acts +0
at         2026-03-10 00:01
then       acts +1
and        state received
and        owes village until 2026-03-17
and        notice resident no_news
when       handler@village accept
at         2026-03-17 23:00
then       acts +0
at         2026-03-18 00:01
then       acts +1
and        notice resident no_news
and        owes village until 2026-05-09
when       handler@village support
at         2026-04-05 09:00
then       acts +0
and        state answered
