story      It was not performed: urged, mediated anew, or followed no further while it stays in force
procedure  mediation
at         2026-03-02 09:00
when       ana apply
when       mediator@village invite brings bo
when       ana join
when       bo join
when       ana choose_panel
when       bo choose_panel
when       ana agree_orally
when       bo agree_orally
when       mediator@village seal
with       perform_by 2026-03-20
at         2026-03-21 09:00
then       state performance_late
and        owes township until 2026-04-03
when       mediator@village ask_performed
then       state asked
when       ana not_performed
then       state broken
and        notice parties not_done
when       mediator@village urge_performance
then       state broken
at         2026-04-01 09:00
then       state performance_late
when       ana mediate_anew
when       bo mediate_anew
then       state panel
when       mediator@village name_panel
with       kind one_mediator
when       ana accept_panel
when       bo accept_panel
then       state sessions
when       ana agree_orally
when       bo agree_orally
when       mediator@village seal
with       perform_by 2026-04-20
when       bo leave
then       state left
and        notice parties left
when       ana ask_again
then       state proposed
