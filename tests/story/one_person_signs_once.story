story      Two officers sign: one person who holds both posts signs for one of them
pack       tests/pack/effects
procedure  mediate
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana accept
when       bo accept
when       second@village meet outcome=granted
sent       account=gao
then       fact signs "second@village#gao"
when       mediator@village meet
sent       account=gao
then       refused not_permitted office/signed_by_one by
when       mediator@village meet
sent       account=batu
then       state sessions
and        notice parties receipt
