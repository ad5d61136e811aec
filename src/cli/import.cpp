#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "ingest/importer.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string office;
    std::string file;
    std::string map;
};

/// What is wrong with the map or the file as a whole; nothing has been imported then.
struct NotImported {
    std::vector<base::Refusal> why;
};

std::ifstream open_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw base::Fault(file.string() + ": cannot be read");
    return in;
}

std::string read_whole(const fs::path& file) {
    std::ostringstream text;
    text << open_file(file).rdbuf();
    return text.str();
}

template <class T>
T parsed(std::variant<T, std::vector<base::Refusal>> read) {
    if (auto* refusals = std::get_if<std::vector<base::Refusal>>(&read)) throw NotImported{std::move(*refusals)};
    return std::get<T>(std::move(read));
}

std::unique_ptr<procedure::ZoneRules> zone_of(const ingest::ImportMap& map) {
    if (map.zone_file.empty()) return nullptr;
    const fs::path file = fs::path(map.file).parent_path() / map.zone_file;
    return std::make_unique<procedure::ZoneRules>(parsed(ingest::parse_zone(read_whole(file), file.string())));
}

void require(std::vector<base::Refusal> refusals) {
    if (!refusals.empty()) throw NotImported{std::move(refusals)};
}

ingest::Survey surveyed(const ingest::ImportMap& map, const std::string& file) {
    std::ifstream in = open_file(file);
    auto survey = ingest::survey(in, map.format, file);
    if (!survey) throw NotImported{{survey.error()}};
    if (survey->rows > 0) require(ingest::check_columns(map, survey->columns));
    return std::move(*survey);
}

void print_dropped(const ingest::ImportMap& map, ingest::Survey survey) {
    for (const ingest::ColumnRef& column : map.columns()) survey.columns.erase(column.name);
    if (survey.columns.empty()) return;
    std::cerr << "Dropped, since the map does not name them:";
    for (const std::string& column : survey.columns) std::cerr << " " << column;
    std::cerr << "\n";
}

ingest::Importer::Listener listener(std::uint64_t rows) {
    const std::uint64_t step = std::max<std::uint64_t>(rows / 10, 1);
    return {.refused = [](const base::Refusal& refusal) { std::cerr << to_string(refusal) << "\n"; },
            .progress =
                [rows, step](std::uint64_t read) {
                    if (read % step == 0 || read == rows) std::cerr << "row " << read << " of " << rows << "\n";
                }};
}

void print(const ingest::ImportSummary& summary, bool has_in_time) {
    std::cout << summary.rows << " rows: " << summary.taken << " are in the record";
    if (summary.repeated > 0) std::cout << " (" << summary.repeated << " of them were before)";
    std::cout << ", " << summary.refused << " refused; " << summary.acts << " acts added\n";
    if (!has_in_time) return;
    std::cout << "Answers with a target and a word of the source: " << summary.on_time << " on time, " << summary.overdue
              << " overdue; the source says otherwise of " << summary.differ << "\n";
}

int run(const Options& options) {
    const auto map = parsed(ingest::parse_import_map(read_whole(options.map), options.map));
    const auto zone = zone_of(map);
    const ingest::Survey survey = surveyed(map, options.file);
    OpenOffice office(OfficePaths{options.office});
    require(ingest::check_rules(map, office.clerk().rules().pack));
    print_dropped(map, survey);
    std::ifstream in = open_file(options.file);
    ingest::Importer importer(office.clerk(), map, zone.get(), listener(survey.rows));
    const auto summary = importer.run(in, options.file, clerk::SystemClock().now());
    print(summary, map.in_time.has_value());
    return summary.refused == 0 && summary.differ == 0 ? k_ok : k_refused;
}

int run_or_say_why(const Options& options) {
    try {
        return run(options);
    } catch (const NotImported& refused) {
        for (const base::Refusal& refusal : refused.why) std::cerr << to_string(refusal) << "\n";
        std::cerr << "Nothing was imported.\n";
        return k_refused;
    }
}

}  // namespace

void add_import(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* import = app.add_subcommand("import", "Bring in what another system kept, as history that fires nothing");
    import->add_option("OFFICE", options->office, "folder of the office")->required();
    import->add_option("FILE", options->file, "CSV, a JSON array, or JSON lines")->required();
    import->add_option("--map", options->map, "which acts the rows become (docs/formats/import_map.md)")->required();
    import->callback([options, &exit_code] { exit_code = run_or_say_why(*options); });
}

}  // namespace hearth::cli
