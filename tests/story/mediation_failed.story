story      No agreement: the other ways are told, and both may try once more
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
when       ana choose_panel
when       bo choose_panel
when       mediator@village fail
then       state failed
and        notice parties failed
when       ana go_on
when       bo go_on
then       state sessions
when       mediator@village fail
then       state failed
at         2026-04-02 09:00
then       state failed_again
at         2026-05-04 09:00
when       mediator@village rest_failed
then       state failed_rest
when       bo wake_failed
then       state failed
when       ana end
then       state ended
