story      Votes of single persons are refused in words until there are ballots
pack       tests/pack/effects
procedure  mediate
at         2026-03-02 09:00
when       ana apply
when       ana vote
then       refused not_permitted office/effect_not_carried
and        because vote
