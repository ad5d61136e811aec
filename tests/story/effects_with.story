story      Two officers: who signs too signs first, brings nothing of his own, and the act happens by the hand of its actor
pack       tests/pack/effects
procedure  mediate
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana accept
when       bo accept
then       state sessions
when       mediator@village meet
then       refused out_of_order office/with by
and        because second@village
when       second@village meet outcome=granted
then       state sessions
when       second@village meet
then       refused out_of_order office/signed_already by
when       mediator@village meet
then       state sessions
and        notice parties receipt
