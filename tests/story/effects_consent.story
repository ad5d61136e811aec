story      An agent acts only while she has a mandate, only within it, and it ends by itself
pack       tests/pack/effects
procedure  mediate
at         2026-03-02 09:00
when       ana apply
when       spokesman@village speak_for
then       refused not_permitted mediate/speak_for
and        because agency
when       ana mandate
then       state proposed
and        fact consent_ends.agency.last_day "2026-03-12"
and        notice agent receipt
when       spokesman@village speak_for
then       state proposed
when       spokesman@village also_for
then       refused not_permitted office/consent_scope
when       ana dismiss
then       fact consents []
when       spokesman@village speak_for
then       refused not_permitted mediate/speak_for
when       ana mandate
at         2026-03-12 23:59
when       spokesman@village speak_for
then       state proposed
at         2026-03-13 00:00
when       spokesman@village speak_for
then       refused not_permitted office/consent_ended
and        because agency
when       ana mandate
then       fact consent_ends.agency.last_day "2026-03-23"
when       spokesman@village speak_for
then       state proposed
