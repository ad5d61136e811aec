#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/ids.hpp"
#include "base/time.hpp"

/// What the operator asks of the files of an office: how much there is and how long it waits, never whose it is. Reads only, also
/// beside the process that serves the office.
namespace hearth::store {

/// What waits to go out.
struct Waiting {
    std::uint64_t count = 0;
    base::Instant since;  // when the act was recorded of which the oldest tells; 0: nothing waits
};

struct Workload {
    std::uint64_t entries = 0;
    base::Instant last_act;  // 0: none yet
    std::uint64_t open_matters = 0;
    std::uint64_t overdue = 0;  // open matters whose term ended
    Waiting notices;
    std::map<base::OfficeId, Waiting> letters;  // by the office that has not acknowledged them
};

Workload workload(const std::filesystem::path& database, base::Instant now);

/// Addresses for news that the mail server refused for good. 0 where there is no such file.
std::uint64_t refused_addresses(const std::filesystem::path& people);

/// Reads a database from end to end; the first thing that SQLite finds wrong with it, or nothing.
std::optional<std::string> damage_in(const std::filesystem::path& database);

}  // namespace hearth::store
