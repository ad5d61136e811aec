#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "cli/office_config.hpp"
#include "procedure/load.hpp"
#include "record/store.hpp"

namespace hearth::cli {

/// What the operator sees of an office on the command line, out of the store's views and the entries of a matter. Everything is
/// JSON first; `plain` lays it out for reading.
struct OfficeView {
    OfficeConfig config;
    std::shared_ptr<const procedure::Ruleset> rules;
    record::Store& store;
    std::string language;

    [[nodiscard]] base::Json summary() const;
    /// One matter with its acts and what was written; null when there is none. Sealed fields stay sealed.
    [[nodiscard]] base::Json matter(base::MatterId id) const;
    [[nodiscard]] base::Json list(const std::vector<base::MatterId>& ids) const;
    /// Open matters whose term ended before `now`, the oldest first.
    [[nodiscard]] base::Json overdue(base::Instant now) const;

private:
    [[nodiscard]] base::Json row(const record::MatterRow& row) const;
    [[nodiscard]] base::Json act(const record::StoredEntry& entry) const;
};

/// "2026-11-24 09:05", as the clock on the wall of the office shows it.
std::string on_the_wall(base::Instant instant, const procedure::ZoneRules& zone);

/// Names and values line by line, indented.
std::string plain(const base::Json& value);

}  // namespace hearth::cli
