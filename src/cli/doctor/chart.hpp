#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "cli/installation.hpp"
#include "web/operator/finding.hpp"

/// One office while it is looked over: what could be read of it, and what was found so far.
namespace hearth::cli::doctor {

struct Chart {
    const OfficePaths& paths;
    OfficeConfig config;
    base::Instant now;
    std::shared_ptr<const procedure::Ruleset> rules;  // none: they do not load, or take a right away
    std::unique_ptr<record::Store> store;             // for reading; none: it cannot be opened
    std::optional<base::Json> health;                 // what the process that serves it says of itself; none: nobody serves it
    std::vector<web::Finding> findings;

    void fine(const std::string& check, const std::string& id, std::vector<std::string> values = {});
    void look_here(const std::string& check, const std::string& id, std::vector<std::string> values = {});
    /// Looks; what breaks while looking is a finding too, under `id`.
    void examine(const std::string& check, const std::string& id, const std::function<void()>& look);
    /// Its id; the name of its folder while that cannot be read.
    [[nodiscard]] std::string office() const;
    /// As the wall clock of the office shows it; in UTC while the pack does not load.
    [[nodiscard]] std::string on_wall(base::Instant instant) const;
};

// What lies in the folder.
void look_at_procedures(Chart& chart);
void look_at_keys(Chart& chart);
void look_at_disk(Chart& chart);
void look_at_backups(Chart& chart);

// The record, and what waits in it.
void look_at_database(Chart& chart, bool read_through);
/// `outside`: what others have seen of the record.
void look_at_checkpoint(Chart& chart, std::vector<clerk::Outside> outside);
void look_at_clock(Chart& chart);
void look_at_calendar(Chart& chart);
void look_at_what_waits(Chart& chart);
void look_at_serving(Chart& chart);

// Whom the office needs.
void look_for_superiors(Chart& chart);
/// Asks witnesses and the mirror, and gives what they have seen of the record.
std::vector<clerk::Outside> ask_witnesses(Chart& chart);
void ask_peers(Chart& chart);
void look_at_hooks(Chart& chart);

}  // namespace hearth::cli::doctor
