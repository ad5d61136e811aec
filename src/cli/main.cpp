#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/commands.hpp"

int main(int argc, char** argv) {
    CLI::App app{"Hearth: matters raised, decided, confirmed, and provable to anyone"};
    app.name("hearth");
    app.set_version_flag("--version", "hearth " HEARTH_VERSION);  // by CMakeLists.txt
    app.require_subcommand(1);
    int exit_code = hearth::cli::k_ok;
    hearth::cli::add_init(app, exit_code);
    hearth::cli::add_serve(app, exit_code);
    hearth::cli::add_doctor(app, exit_code);
    hearth::cli::add_act(app, exit_code);
    hearth::cli::add_staff(app, exit_code);
    hearth::cli::add_roster(app, exit_code);
    hearth::cli::add_show(app, exit_code);
    hearth::cli::add_import(app, exit_code);
    hearth::cli::add_rotate_key(app, exit_code);
    hearth::cli::add_new_origin(app, exit_code);
    hearth::cli::add_demo(app, exit_code);
    hearth::cli::add_check(app, exit_code);
    hearth::cli::add_preview(app, exit_code);
    hearth::cli::add_draw(app, exit_code);
    hearth::cli::add_verify(app, exit_code);
    hearth::cli::add_erase(app, exit_code);
    hearth::cli::add_backup(app, exit_code);
    hearth::cli::add_restore(app, exit_code);
    hearth::cli::add_export(app, exit_code);
    hearth::cli::add_replay(app, exit_code);
    hearth::cli::add_rebuild(app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? hearth::cli::k_ok : hearth::cli::k_usage;
    } catch (const std::exception& fault) {
        std::cerr << "hearth: " << fault.what() << "\n";
        return hearth::cli::k_broken;
    }
    return exit_code;
}
