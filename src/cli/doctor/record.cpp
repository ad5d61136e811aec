// The record of an office as it lies there and as it goes on.
#include "base/fault.hpp"
#include "clerk/checkpoint_file.hpp"
#include "clerk/head.hpp"
#include "cli/doctor/chart.hpp"
#include "store/checkup.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::cli::doctor {

namespace {

constexpr std::int64_t k_day_ms = 86'400'000;

/// What it holds, compared with what was seen outside it before; how many entries it has. Between two readings an office that is
/// served may have recorded something, so only what stays wrong is told.
std::uint64_t compare(const Chart& chart, const std::vector<clerk::Outside>& outside) {
    constexpr int k_tries = 3;
    const clerk::SigningKey signer(clerk::read_key_file(chart.paths.signing_key(), clerk::k_signing_kind));
    const clerk::Signatory signatory{chart.config.origin(), {&signer}};
    for (int attempt = 1;; ++attempt) {
        try {
            const clerk::Head head(*chart.store, signatory);
            clerk::refuse_to_fork(*chart.store, head, own_keys(chart.config, signer), outside);
            return head.size();
        } catch (const base::Fault&) {
            if (!chart.health || attempt == k_tries) throw;
        }
    }
}

std::string listed(const base::Json& counts) {
    std::string text;
    for (const auto& [rule, count] : counts.items()) text += (text.empty() ? "" : ", ") + rule + " " + count.dump();
    return text;
}

void look_at_letters(Chart& chart, const store::Workload& load) {
    std::uint64_t waiting = 0;
    bool is_late = false;
    for (const auto& [office, letters] : load.letters) {
        waiting += letters.count;
        if (chart.now.ms - letters.since.ms <= k_day_ms) continue;
        is_late = true;
        chart.look_here("letters", "letters_late", {office.text, std::to_string(letters.count)});
    }
    if (!is_late) chart.fine("letters", "letters_ok", {std::to_string(waiting)});
    if (chart.health && chart.health->contains("letters refused") && !(*chart.health)["letters refused"].empty())
        chart.look_here("letters", "letters_refused", {listed((*chart.health)["letters refused"])});
}

void look_at_news(Chart& chart, const store::Waiting& notices) {
    const std::string count = std::to_string(notices.count);
    if (chart.config.mail.server.empty()) return chart.fine("mail", "mail_none", {count});
    if (notices.count > 0 && chart.now.ms - notices.since.ms > k_day_ms)
        chart.look_here("mail", "mail_late", {count, chart.on_wall(notices.since)});
    const std::string trouble = chart.health ? chart.health->value("mail", std::string("in order")) : "in order";
    if (trouble != "in order")
        chart.look_here("mail", "mail_trouble", {trouble});
    else
        chart.fine("mail", "mail_ok", {count});
    const std::uint64_t refused = store::refused_addresses(chart.paths.people());
    if (refused > 0) chart.look_here("mail", "mail_refused", {std::to_string(refused)});
}

}  // namespace

void look_at_database(Chart& chart, bool read_through) {
    chart.examine("database", "database_bad", [&] {
        if (read_through) {
            if (const auto damage = store::damage_in(chart.paths.database()))
                return chart.look_here("database", "database_bad", {*damage});
        }
        chart.store = std::make_unique<store::SqliteStore>(store::files_in(chart.paths.root), store::SqliteStore::Access::read);
        const std::string entries = std::to_string(chart.store->size());
        chart.fine("database", read_through ? "database_ok" : "database_opened", {entries});
    });
}

void look_at_checkpoint(Chart& chart, std::vector<clerk::Outside> outside) {
    if (!chart.store) return;
    chart.examine("checkpoint", "checkpoint_bad", [&] {
        const std::string file = chart.paths.checkpoint().string();
        // First the file, then the database: the file never leads.
        outside.push_back({"the file " + file, clerk::read_checkpoint_file(file)});
        const bool is_there = !outside.back().checkpoint.empty();
        const std::uint64_t entries = compare(chart, outside);
        if (!is_there) return chart.look_here("checkpoint", "checkpoint_missing", {file});
        chart.fine("checkpoint", "checkpoint_ok", {std::to_string(entries)});
    });
}

void look_at_clock(Chart& chart) {
    if (!chart.store) return;
    if (chart.health) {
        const std::string said = chart.health->value("clock", std::string());
        if (said != "in order") return chart.look_here("clock", "clock_doubted", {said});
        return chart.fine("clock", "clock_ok", {chart.on_wall(chart.now)});
    }
    chart.examine("clock", "fault", [&] {
        const clerk::Settings usual;
        const base::Instant last = store::workload(chart.paths.database(), chart.now).last_act;
        const std::vector<std::string> both{chart.on_wall(chart.now), chart.on_wall(last)};
        if (last.ms - chart.now.ms > usual.clock_span_ms) return chart.look_here("clock", "clock_behind", both);
        if (chart.now.ms - last.ms > chart.config.outage_days * k_day_ms) return chart.look_here("clock", "clock_ahead", both);
        chart.fine("clock", "clock_ok", {both.front()});
    });
}

void look_at_calendar(Chart& chart) {
    if (!chart.rules) return;
    constexpr std::int64_t k_ahead_ms = 31 * k_day_ms;
    const auto& years = chart.rules->calendar().years;
    const std::string last = years.empty() ? "-" : std::to_string(years.rbegin()->first);
    const bool is_published = chart.rules->calendar().is_published(chart.rules->zone().date({chart.now.ms + k_ahead_ms}));
    const std::string name = chart.rules->calendar().id + " " + std::to_string(chart.rules->calendar().version);
    if (is_published) return chart.fine("calendar", "calendar_ok", {last, name});
    chart.look_here("calendar", "calendar_short", {last, name});
}

void look_at_what_waits(Chart& chart) {
    if (!chart.store) return;
    chart.examine("letters", "fault", [&] {
        const store::Workload load = store::workload(chart.paths.database(), chart.now);
        look_at_letters(chart, load);
        look_at_news(chart, load.notices);
    });
}

void look_at_serving(Chart& chart) {
    if (!chart.health) return chart.fine("serving", "serving_not");
    if (chart.health->contains("fault")) return chart.look_here("serving", "serving_closed");
    const std::string trouble = chart.health->value("words", std::string());
    if (!chart.health->value("serving", false) || !trouble.empty())
        return chart.look_here("serving", "serving_trouble", {trouble.empty() ? "-" : trouble});
    chart.fine("serving", "serving_ok");
}

}  // namespace hearth::cli::doctor
