// hearth new-origin OFFICE --because WORDS: goes on under a new name when the record cannot be continued under the old one.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/key_ceremonies.hpp"

namespace hearth::cli {

void add_new_origin(CLI::App& app, int& exit_code) {
    struct Options {
        std::string office;
        std::string because;
    };
    auto options = std::make_shared<Options>();
    CLI::App* origin = app.add_subcommand("new-origin", "Go on under a new name when the record cannot be continued");
    origin->add_option("OFFICE", options->office, "folder of the office, not served meanwhile")->required();
    origin->add_option("--because", options->because, "why, as it will stand in the record for everybody; nothing about persons")
        ->required();
    origin->callback([options, &exit_code] {
        std::cout << "The record goes on under the key\n  " << open_new_origin({options->office}, options->because)
                  << "\nIts first act says which checkpoint came before and what is missing. Tell the witnesses, and everybody who "
                     "holds a "
                     "receipt of what is missing: receipts prove it, and it can be entered again.\n";
        exit_code = k_ok;
    });
}

}  // namespace hearth::cli
