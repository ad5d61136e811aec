// hearth verify DIR|URL|RECEIPT: proves a record or a receipt and says in plain words what it proved.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "base/fault.hpp"
#include "cli/commands.hpp"
#include "cli/verify_record.hpp"

namespace hearth::cli {

namespace {

struct VerifyOptions {
    std::string place;
    std::string policy_file;
    std::string key;
    std::string entry_file;
    std::vector<std::string> papers;
    std::string memory_file;
};

std::string read_whole(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw base::Fault(file + ": cannot be read");
    std::stringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

base::Result<Trust> trust_of(const VerifyOptions& options) {
    Trust trust;
    if (!options.policy_file.empty()) {
        auto policy = record::TlogPolicy::parse(read_whole(options.policy_file));
        if (!policy) {
            base::Refusal refusal = policy.error();
            refusal.place.file = options.policy_file;
            return refusal;
        }
        trust.policy = std::move(*policy);
    }
    if (!options.key.empty()) {
        HEARTH_TRY(key, record::parse_key(options.key));
        trust.key = std::move(key);
    }
    return trust;
}

void print(const Verdict& verdict) {
    for (const Verdict::Line& line : verdict.lines) {
        std::cout << (line.holds ? "  ok      " : "  FAILED  ") << line.about << ": " << line.words << "\n";
    }
    if (verdict.holds()) {
        std::cout << "proved: all of the above holds\n";
    } else if (verdict.first_bad) {
        std::cout << "not proved: the first bad entry is number " << *verdict.first_bad << "\n";
    } else {
        std::cout << "not proved\n";
    }
}

int run(const VerifyOptions& options) {
    const auto trust = trust_of(options);
    if (!trust) {
        std::cerr << "hearth: " << base::to_string(trust.error()) << "\n";
        return k_usage;
    }
    CheckpointMemory memory(options.memory_file.empty() ? CheckpointMemory::usual_file()
                                                        : std::filesystem::path(options.memory_file));
    Verdict verdict;
    if (std::filesystem::is_regular_file(options.place)) {
        const std::optional<std::string> entry =
            options.entry_file.empty() ? std::nullopt : std::optional(read_whole(options.entry_file));
        std::vector<HeldPaper> papers;
        for (const std::string& file : options.papers)
            papers.push_back({std::filesystem::path(file).filename().string(), read_whole(file)});
        verdict = verify_receipt(read_whole(options.place), {entry, std::move(papers)}, *trust, memory);
    } else {
        verdict = verify_record(*open_record(options.place), *trust, memory);
    }
    print(verdict);
    return verdict.holds() ? k_ok : k_refused;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command = app.add_subcommand("verify", "Prove a record or a receipt without trusting the server");
    command
        ->add_option("place", options->place,
                     "Folder of an office or of tiles, address of a record, or file with a receipt or tlog-proof")
        ->required();
    command->add_option("--policy", options->policy_file, "Whom you trust: a C2SP tlog-policy file");
    command->add_option("--key", options->key, "The verifier key of the office, as printed on its notices");
    command->add_option("--entry", options->entry_file, "The entry that a plain tlog-proof speaks of");
    command->add_option("--paper", options->papers, "A paper that the receipt shall prove to be the one handed in");
    command->add_option("--memory", options->memory_file, "Where the last checkpoint of each record is remembered");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
