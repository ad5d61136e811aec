story    After her word at the door the office takes the matter up after all
at       2026-03-02 09:00
when     ana submit
then     state received
when     handler@village announce
then     state door_heard
when     ana answer_door
then     state door_deciding
when     handler@village accept
then     state accepted
