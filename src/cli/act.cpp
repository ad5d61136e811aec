#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>
#include <sstream>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/act_request.hpp"
#include "cli/commands.hpp"
#include "cli/control.hpp"
#include "cli/do_act.hpp"
#include "cli/housekeeping.hpp"
#include "cli/installation.hpp"
#include "cli/words.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string office;
    ActRequest request;
    std::vector<std::string> fields;
    std::vector<std::string> papers;
    std::string receipt_file;
    bool as_json = false;
};

std::string read_file(const std::string& name) {
    std::ifstream in(name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw base::Fault(name + ": cannot be read");
    return text.str();
}

/// "name=value": a JSON value where it is one (a list, a number, a text in quotes), "@file" for the content of a file, else the
/// text.
std::pair<std::string, base::Json> parse_field(const std::string& given) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0) throw CLI::ValidationError("--field", given + " is not of the form name=value");
    const std::string value = given.substr(equals + 1);
    const std::string text = value.starts_with('@') ? read_file(value.substr(1)) : value;
    if (const auto json = base::parse_json(text); json && !json->is_number()) return {given.substr(0, equals), *json};
    return {given.substr(0, equals), text};
}

/// "field=file".
ActRequest::Paper parse_paper(const std::string& given) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0) throw CLI::ValidationError("--paper", given + " is not of the form field=file");
    const std::filesystem::path file = given.substr(equals + 1);
    return {given.substr(0, equals), file.filename().string(), read_file(file.string())};
}

std::string keep_receipt(const OfficePaths& paths, const Options& options, const base::Json& told) {
    std::filesystem::path file = options.receipt_file;
    if (file.empty()) {
        std::filesystem::create_directories(paths.receipts());
        std::filesystem::permissions(paths.receipts(), std::filesystem::perms::owner_all);
        file = paths.receipts() / ("act-" + std::to_string(told["first"].get<std::uint64_t>()) + ".receipt");
    }
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << told["receipt"].get<std::string>();
    out.close();
    if (!out) throw base::Fault(file.string() + ": the receipt cannot be written; the act is recorded");
    return file.string();
}

void print(const base::Json& told, const std::string& receipt) {
    const auto text = [&](const char* name) { return told.value(name, std::string()); };
    if (!text("number").empty()) std::cout << "Matter " << text("number") << ", now: " << text("state") << "\n";
    if (!text("code").empty()) std::cout << "Receipt code (keep it secret): " << text("code") << "\n";
    if (!text("owner").empty()) std::cout << "Next to act: " << text("owner") << "\n";
    if (!text("due_day").empty()) {
        const bool may_move = told.value("due_provisional", false);
        std::cout << "By the end of: " << text("due_day")
                  << (may_move ? " (provisional: the working days of that year are not published)" : "") << "\n";
    }
    if (told.value("repeated", false)) std::cout << "This was recorded before; nothing was added.\n";
    std::cout << "Receipt: " << receipt << "\n";
}

int run(const Options& options) {
    const OfficePaths paths{options.office};
    ActRequest request = options.request;
    request.office = read_office_config(paths.config()).id.text;
    for (const std::string& field : options.fields) request.fields.insert(parse_field(field));
    for (const std::string& paper : options.papers) request.papers.push_back(parse_paper(paper));
    const base::Json outcome = do_act(paths, request);
    if (options.as_json) std::cout << outcome.dump(2) << "\n";
    if (outcome.contains("acknowledged")) {
        const base::Json& told = outcome["acknowledged"];
        const std::string receipt = keep_receipt(paths, options, told);
        if (!options.as_json) print(told, receipt);
        return k_ok;
    }
    if (!outcome.contains("refused")) throw base::Fault(outcome.value("fault", "the office gave no answer"));
    if (!options.as_json) std::cerr << words_of(outcome["refused"]) << "\n";
    return k_refused;
}

}  // namespace

void add_act(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* act = app.add_subcommand("act", "Do one act in an office: raise a matter, answer it, confirm it ..");
    act->add_option("OFFICE", options->office, "folder of the office")->required();
    ActRequest& request = options->request;
    act->add_option("ACT", request.act, "id of the act in its procedure, as \"raise\" or \"accept\"")->required();
    act->add_option("--matter", request.matter, "number of the matter");
    act->add_option("--code", request.code, "receipt code: act as the resident who holds it");
    act->add_option("--as", request.as, "post that acts or writes down, as handler@village");
    act->add_option("--procedure", request.procedure, "procedure, when several have such an act");
    act->add_option("--field", options->fields, "name=value, name=@file or name=JSON");
    act->add_option("--paper", options->papers, "field=file: a PDF, JPEG, PNG or plain text, for a field that takes papers");
    act->add_option("--outcome", request.outcome, "outcome, when the act has several");
    act->add_option("--channel", request.channel, "how it came in, as \"paper\" or \"spoken\"");
    act->add_option("--evidence", request.evidence, "what shows that the resident wants it, as \"signed_paper\"");
    act->add_flag("--read-back", request.read_back, "it was read back to the resident");
    act->add_option("--received", request.received, "day or instant on which it came in, when that was earlier");
    act->add_option("--key", request.key, "repeating the same command with the same key adds nothing");
    act->add_option("--receipt", options->receipt_file, "file for the receipt (default: receipts/ of the office)");
    act->add_flag("--json", options->as_json, "print the whole answer as JSON");
    act->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
