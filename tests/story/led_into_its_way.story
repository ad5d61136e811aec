story      What belongs before a court is led there, with reasons, after she was heard, and not refused in silence
at         2026-03-02 09:00
when       ana submit
when       handler@village lead
then       refused out_of_order request/lead
when       handler@village announce
with       competent court
when       ana answer_door
when       handler@village lead
with       route court
with       how The county court, within three years, the hall helps with the papers
with       competent court
then       state led
and        notice resident led
when       ana contest
then       state review
when       reviewer@township annul
then       state accepted
