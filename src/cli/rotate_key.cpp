// hearth rotate-key OFFICE: a new signing key, introduced by the old one.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/key_ceremonies.hpp"

namespace hearth::cli {

void add_rotate_key(CLI::App& app, int& exit_code) {
    auto office = std::make_shared<std::string>();
    CLI::App* rotate = app.add_subcommand("rotate-key", "Give an office a new signing key, introduced by the old one");
    rotate->add_option("OFFICE", *office, "folder of the office, not served meanwhile")->required();
    rotate->callback([office, &exit_code] {
        std::cout << "The record now signs with the key\n  " << rotate_key({*office})
                  << "\nPrint it on notices, give it to the witnesses, and copy " << *office << "/keys to a safe place.\n";
        exit_code = k_ok;
    });
}

}  // namespace hearth::cli
