#include <CLI/CLI.hpp>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "cli/shipped_pack.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string dir;
    std::string id = "village";
    std::string title_en = "Village";
    std::string title_zh;
    std::string level = "village";
    std::vector<std::string> above;
    std::string host = "localhost:8080";
    std::string prefix;
    std::string procedures;
    std::string pack = "cn";
    bool is_one_of_several = false;
};

/// "north-village" -> "NV".
std::string initials(const std::string& id) {
    std::string prefix;
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (i == 0 || id[i - 1] == '-') prefix += static_cast<char>(std::toupper(static_cast<unsigned char>(id[i])));
    }
    return prefix;
}

bool holds_several(const std::filesystem::path& dir) {
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(dir, missing)) {
        if (std::filesystem::exists(entry.path() / "office.yaml", missing)) return true;
    }
    return false;
}

OfficeConfig config_of(const Options& options) {
    OfficeConfig config;
    config.id.text = options.id;
    config.titles["en"] = options.title_en;
    if (!options.title_zh.empty()) config.titles["zh-Hans"] = options.title_zh;
    config.level = options.level;
    for (const std::string& id : options.above) config.above.push_back({id});
    config.host = options.host;
    config.prefix = options.prefix.empty() ? initials(options.id) : options.prefix;
    return config;
}

int run(const Options& options) {
    std::filesystem::path root = options.dir;
    if (options.is_one_of_several || holds_several(root)) root /= options.id;
    const OfficePaths paths{root};
    found_office(paths, config_of(options),
                 options.procedures.empty() ? shipped_pack(options.pack) : read_procedures(options.procedures));
    const OfficeConfig config = read_office_config(paths.config());
    const clerk::SigningKey key(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind));
    std::cout << "The office \"" << config.id.text << "\" is founded in " << root.string() << ".\n"
              << "Key of its record, to be printed on notices and given to witnesses:\n  " << vkey_of(config, key) << "\n"
              << "The secret keys lie in " << paths.signing_key().parent_path().string()
              << "; copy them to a safe place now, they are in no ordinary backup.\n"
              << "Next: hearth serve " << options.dir << "\n";
    return k_ok;
}

}  // namespace

void add_init(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* init = app.add_subcommand("init", "Found an office: make its folder, keys, procedures and record");
    init->add_option("DIR", options->dir, "folder of the office; or of several, then the office lies in DIR/ID")->required();
    init->add_option("--id", options->id, "id in its address /o/ID")->capture_default_str();
    init->add_option("--title-en", options->title_en, "what people call it, in English")->capture_default_str();
    init->add_option("--title-zh", options->title_zh, "what people call it, in Chinese");
    init->add_option("--level", options->level, "village, township, county, city or region")->capture_default_str();
    init->add_option("--above", options->above, "ids of the offices above it, the next one first")->delimiter(',');
    init->add_option("--host", options->host, "public host under which strangers find its record")->capture_default_str();
    init->add_option("--prefix", options->prefix, "first letters of matter numbers, as NT in NT-2026-0148");
    init->add_option("--procedures", options->procedures, "folder with the pack (default: the shipped one)");
    init->add_flag("--several", options->is_one_of_several, "DIR shall hold several offices");
    init->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
