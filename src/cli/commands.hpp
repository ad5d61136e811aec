#pragma once

namespace CLI {
class App;
}

/// The subcommands of `hearth`, one file each. Each adds itself to the program and leaves its exit code.
namespace hearth::cli {

/// What the shell is told.
enum ExitCode : int {
    k_ok = 0,
    k_refused = 1,  // a rule said no, or a proof did not hold
    k_usage = 2,
    k_broken = 3  // disk, database, network
};

void add_act(CLI::App& app, int& exit_code);
void add_init(CLI::App& app, int& exit_code);
void add_serve(CLI::App& app, int& exit_code);
void add_doctor(CLI::App& app, int& exit_code);
void add_new_origin(CLI::App& app, int& exit_code);
void add_rotate_key(CLI::App& app, int& exit_code);
void add_staff(CLI::App& app, int& exit_code);
void add_roster(CLI::App& app, int& exit_code);
void add_preview(CLI::App& app, int& exit_code);
void add_show(CLI::App& app, int& exit_code);
void add_import(CLI::App& app, int& exit_code);
void add_draw(CLI::App& app, int& exit_code);
void add_demo(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_verify(CLI::App& app, int& exit_code);
void add_backup(CLI::App& app, int& exit_code);
void add_erase(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_rebuild(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);
void add_restore(CLI::App& app, int& exit_code);

}  // namespace hearth::cli
