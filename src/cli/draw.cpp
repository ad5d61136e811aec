// hearth draw PROCEDURE: a procedure as an SVG drawing, for a telephone or for a wall.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "cli/shipped_pack.hpp"
#include "web/drawing/diagram.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string procedure;
    std::string procedures;  // a folder; empty: what the program ships
    std::string pack = "cn";
    std::string language = "en";
    std::string sheet = "telephone";
    std::string out;
};

std::string names_of(const procedure::Pack& pack) {
    std::string names;
    for (const auto& one : pack.procedures) names += (names.empty() ? "" : ", ") + one.id;
    return names;
}

int draw(const Options& options) {
    const auto rules =
        load_procedures(options.procedures.empty() ? shipped_pack(options.pack) : read_procedures(options.procedures));
    const procedure::Procedure* procedure = rules->pack.procedure(options.procedure);
    if (procedure == nullptr) {
        std::cerr << "hearth: there is no procedure " << options.procedure << "; there are: " << names_of(rules->pack) << "\n";
        return k_refused;
    }
    const web::Site nobody;
    const web::pages::Tongue tongue(nobody, options.language);
    const auto sheet = options.sheet == "a3" ? web::drawing::Sheet::a3 : web::drawing::Sheet::telephone;
    const std::string drawing = web::drawing::diagram_of(*procedure, rules->pack, tongue, sheet);
    if (options.out.empty()) {
        std::cout << drawing;
        return k_ok;
    }
    std::ofstream file(options.out, std::ios::binary);
    file << drawing << std::flush;
    if (file) return k_ok;
    std::cerr << "hearth: " << options.out << " cannot be written\n";
    return k_broken;
}

}  // namespace

void add_draw(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("draw", "Draw a procedure as SVG: every step with its owner, its term and where it leads");
    command->add_option("procedure", options->procedure, "its id, as \"request\"")->required();
    command->add_option("--procedures", options->procedures, "folder with packs; left out, the procedures in the program");
    command->add_option("--pack", options->pack, "which pack in the program")->capture_default_str();
    command->add_option("--language", options->language, "language of the words")
        ->check(CLI::IsMember({"en", "zh-Hans"}))
        ->capture_default_str();
    command->add_option("--sheet", options->sheet, "telephone: one column; a3: for a wall")
        ->check(CLI::IsMember({"telephone", "a3"}))
        ->capture_default_str();
    command->add_option("--out", options->out, "file to write; left out, standard output");
    command->callback([options, &exit_code] { exit_code = draw(*options); });
}

}  // namespace hearth::cli
