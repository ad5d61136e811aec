#pragma once

#include <string>

#include "base/fault.hpp"
#include "base/time.hpp"

/// How rows of people.db are read.
namespace hearth::store {

/// "2026-11-29"; throws Fault for anything else.
inline base::CivilDate day_in(const std::string& text) {
    const auto day = base::parse_date(text);
    if (!day) throw base::Fault("people.db holds \"" + text + "\" where a day should stand");
    return *day;
}

}  // namespace hearth::store
