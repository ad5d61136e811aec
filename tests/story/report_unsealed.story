story      Opening the name of who reports is an act with reasons of which she is told
procedure  report
given      township under county under city knows village under township under county under city
at         2026-03-02 09:00
when       ana report
with       unit village
with       name Ana
when       handler@village unseal
then       refused not_permitted office/actor by
when       handler@township unseal
with       reasons -
then       refused malformed office/missing_field reasons
when       handler@township unseal
then       state received
and        notice resident unsealed
