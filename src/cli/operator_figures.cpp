#include "cli/operator_figures.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "cli/backup_notes.hpp"
#include "record/checkpoint.hpp"
#include "store/checkup.hpp"

namespace hearth::cli {

namespace {

using web::Metric;
using Labels = std::vector<std::pair<std::string, std::string>>;

double seconds_since(base::Instant then, base::Instant now) {
    constexpr double k_ms = 1000.0;
    return static_cast<double>(std::max<std::int64_t>(0, now.ms - then.ms)) / k_ms;
}

/// Metrics in the order in which each was first measured.
class Sheet {
public:
    void gauge(const std::string& name, const std::string& help, Labels labels, double value) {
        put(name, help, Metric::Type::gauge, std::move(labels), value);
    }
    void counter(const std::string& name, const std::string& help, Labels labels, double value) {
        put(name, help, Metric::Type::counter, std::move(labels), value);
    }
    std::vector<Metric> take() { return std::move(metrics_); }

private:
    void put(const std::string& name, const std::string& help, Metric::Type type, Labels labels, double value) {
        auto found = std::ranges::find(metrics_, name, &Metric::name);
        if (found == metrics_.end()) found = metrics_.insert(metrics_.end(), {name, help, type, {}});
        found->samples.push_back({std::move(labels), value});
    }

    std::vector<Metric> metrics_;
};

void measure_clerk(Sheet& sheet, const Labels& office, const clerk::Clerk& clerk) {
    const clerk::Health health = clerk.health();
    sheet.gauge("hearth_serving", "1 while the office takes acts in.", office, health.serving ? 1 : 0);
    sheet.gauge("hearth_clock_believed", "1 while terms run by the clock.", office,
                health.clock == clerk::ClockState::steady ? 1 : 0);
    sheet.counter("hearth_batches_total", "Commits since the start; acts recorded by batches is their size.", office,
                  static_cast<double>(health.batches));
    sheet.gauge("hearth_commands_waiting", "Commands that wait for the writer.", office, static_cast<double>(health.queued));
    const auto served = record::read_checkpoint(clerk.served_checkpoint());
    sheet.gauge("hearth_entries_not_served", "Entries beyond the checkpoint that strangers are served.", office,
                static_cast<double>(health.size - std::min(health.size, served ? served->checkpoint.size : 0)));
    sheet.gauge("hearth_witnesses", "Witnesses that were asked since the start.", office,
                static_cast<double>(health.witnesses.size()));
    sheet.gauge("hearth_witnesses_cosigning", "Those of them whose last answer was a cosignature.", office,
                static_cast<double>(std::ranges::count_if(
                    health.witnesses, [](const auto& witness) { return witness.second.starts_with("cosigned"); })));
}

void measure_record(Sheet& sheet, const Labels& office, const OfficePaths& paths, base::Instant now) {
    const store::Workload load = store::workload(paths.database(), now);
    sheet.counter("hearth_acts_recorded_total", "Entries in the record.", office, static_cast<double>(load.entries));
    sheet.gauge("hearth_checkpoint_age_seconds", "Since the newest act, which the newest checkpoint signs.", office,
                seconds_since(load.last_act, now));
    sheet.gauge("hearth_open_matters", "Matters that go on.", office, static_cast<double>(load.open_matters));
    sheet.gauge("hearth_overdue_matters", "Open matters whose term ended and has not moved on yet.", office,
                static_cast<double>(load.overdue));
    sheet.gauge("hearth_notices_waiting", "Notices in the outbox.", office, static_cast<double>(load.notices.count));
    if (load.notices.count > 0)
        sheet.gauge("hearth_oldest_notice_seconds", "How long the oldest of them waits.", office,
                    seconds_since(load.notices.since, now));
    for (const auto& [to, letters] : load.letters) {
        Labels way = office;
        way.emplace_back("to", to.text);
        sheet.gauge("hearth_letters_waiting", "Letters that another office has not acknowledged.", way,
                    static_cast<double>(letters.count));
        sheet.gauge("hearth_oldest_letter_seconds", "How long the oldest of them waits.", way, seconds_since(letters.since, now));
    }
}

void measure_folder(Sheet& sheet, const Labels& office, const OfficePaths& paths, base::Instant now) {
    sheet.gauge("hearth_record_bytes", "Size of office.db.", office,
                static_cast<double>(std::filesystem::file_size(paths.database())));
    sheet.gauge("hearth_disk_free_bytes", "Free where the folder of the office lies.", office,
                static_cast<double>(std::filesystem::space(paths.root).available));
    const BackupNotes notes = read_backup_notes(paths.backup_notes());
    if (notes.made)
        sheet.gauge("hearth_backup_age_seconds", "Since the last backup was made.", office, seconds_since(notes.made->at, now));
    if (notes.proved)
        sheet.gauge("hearth_restore_proved_age_seconds", "Since a backup was last restored for trial and proved.", office,
                    seconds_since(notes.proved->at, now));
}

double resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    double total = 0;
    double resident = 0;
    statm >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

std::vector<Metric> operator_figures(const std::vector<std::unique_ptr<ServedOffice>>& offices, base::Instant now) {
    Sheet sheet;
    for (const auto& served : offices) {
        const Labels office{{"office", served->id()}};
        const OfficePaths& paths = served->open().paths();
        measure_clerk(sheet, office, served->open().clerk());
        measure_record(sheet, office, paths, now);
        measure_folder(sheet, office, paths, now);
    }
    sheet.gauge("process_resident_memory_bytes", "Resident memory of the process.", {}, resident_bytes());
    return sheet.take();
}

}  // namespace hearth::cli
