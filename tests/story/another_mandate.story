story    Nobody acts on another's mandate
at       2026-03-02 09:00
when     ana submit
then     state received
when     bo submit
then     state received
when     bo withdraw for ana
then     refused not_permitted office/actor by
when     cy withdraw for ana
then     refused not_permitted office/actor by
when     handler@township accept for ana
then     refused not_permitted office/actor by
and      because handler@village
when     reviewer@village accept for ana
then     refused not_permitted office/actor by
when     handler@village withdraw for ana
then     refused not_permitted office/actor by
and      acts +0
when     handler@village accept for ana
then     state accepted
