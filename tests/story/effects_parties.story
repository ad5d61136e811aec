story      Both parties have their own word: nothing is agreed until each has signed with her own code
pack       tests/pack/effects
procedure  mediate
at         2026-03-02 09:00
when       ana apply
then       state proposed
when       ana accept
then       refused out_of_order office/one_party by
when       mediator@village invite brings bo
then       state proposed
and        notice parties receipt
when       ana accept
then       state proposed
and        fact stays true
when       ana accept
then       refused out_of_order office/signed_already by
when       cai accept
then       refused not_permitted office/actor by
and        because party
when       bo accept
then       state sessions
and        fact consents ["mediation"]
when       ana mandate
then       state sessions
when       bo mandate
then       refused not_permitted office/actor by
and        because resident
when       ana sign
then       state sessions
when       mediator@village sign
then       state sessions
when       bo sign
then       state agreed
and        fact settled true
when       bo leave
then       state ended
when       bo reopen
then       state proposed
