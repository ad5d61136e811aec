story      Parallel work: the plan goes on only when every survey is done
pack       tests/pack/effects
procedure  works
at         2026-03-02 09:00
when       ana plan
then       state planned
when       handler@village begin
then       refused out_of_order works/begin
and        because all_closed survey
when       handler@village start_survey
then       opens first
and        acts +2
when       handler@village start_survey
then       opens second_survey
when       second@village measure for first
then       state measured
when       handler@village begin for ana
then       refused out_of_order works/begin
when       second@village measure for first
then       refused out_of_order survey/measure
at         2026-03-24 09:00
when       second@village measure for second_survey
then       state measured
when       handler@village begin for ana
then       state ready
