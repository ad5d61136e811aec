#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "procedure/load.hpp"
#include "record/act.hpp"

namespace hearth::office {

/// Writes into `field` how long it is kept: an instant where the term counts from receipt, else "5y closed" until the matter
/// closes (units h, cd, wd, mo, y).
void keep_until(const procedure::Keep& keep, base::Instant received, const procedure::Ruleset& rules, record::ContentField& field);

/// When content marked "5y closed" ends if its matter closed at `closed`; nothing for any other mark.
std::optional<base::Instant> retention_end(std::string_view keep, base::Instant closed, const procedure::Ruleset& rules);

}  // namespace hearth::office
