story      A report is received above the unit that it accuses, which neither acts nor gets it back
pack       tests/pack/effects
procedure  report
given      township under county knows village under township under county
at         2026-03-02 09:00
when       ana report
with       unit village
then       state received
and        owes township until 2026-03-17
when       handler@village handle
then       refused not_permitted office/actor by
when       insider@village explain
then       refused not_permitted office/accused_unit by
when       inspector@village look
then       refused not_permitted office/actor by
when       inspector@township look
then       state received
when       inspector@township pass_on
with       to village
then       refused not_permitted office/accused_unit to
when       inspector@township pass_on
with       to county
then       state received
at         2026-03-18 09:00
then       state above
and        owes county
when       cai report
with       unit township
then       state received
and        owes county
when       inspector@township look for cai
then       refused not_permitted office/actor by
when       dorji report
with       unit supervision
then       refused not_permitted clerk/no_key_of_reader unit
when       cai report
with       unit nowhere
then       refused not_found office/office unit
when       cai report
then       refused malformed office/missing_field unit
