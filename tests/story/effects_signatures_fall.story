story      A signature outlives a reminder, and falls with the step in which it was possible
pack       tests/pack/effects
procedure  mediate
at         2026-03-02 09:00
when       mediator@village offer brings ana
then       state proposed
when       mediator@village invite brings bo
when       ana accept
then       state proposed
at         2026-03-20 09:00
then       state ended_above
when       bo accept
then       state sessions
when       ana sign
then       state sessions
when       mediator@village anew
then       state proposed
and        fact drops ["sign"]
when       ana accept
when       bo accept
then       state sessions
when       bo sign
when       mediator@village sign
then       state sessions
when       ana sign
then       state agreed
