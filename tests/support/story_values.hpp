#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "matter/matter.hpp"
#include "procedure/load.hpp"
#include "procedure/model.hpp"
#include "record/store.hpp"

/// What the words of a story stand for.
namespace hearth::tests {

std::vector<std::string> words_of(const std::string& text);

/// "a=b" as a and b; nothing when there is no "=".
std::optional<std::pair<std::string, std::string>> pair_of(const std::string& word);

/// A plain sample for a field that a story does not give.
base::Json sample_value(const procedure::Field& field, const procedure::Procedure& procedure, const matter::Matter* matter);

/// What was written, as the form wants it: "A | B" is a list (so is one value where the form wants a list), numbers are numbers,
/// "yes" and "no" answer a question. `field` may be null: the form has no such field.
base::Json value_of(const procedure::Field* field, const std::string& text);

/// The rules of a pack of tests, with the calendars and zones of the shipped pack. Its rights are not looked at.
std::shared_ptr<const procedure::Ruleset> rules_in(const std::string& folder);

/// "meeting.quorum" among the facts of the last act of a matter, as it reads in JSON; empty when there is no such fact.
std::string fact_of(record::Store& store, base::MatterId matter, const std::string& path);

/// The matter that an act from entry `first` on opened beside another one; number 0 when there is none.
base::MatterId opened_beside(record::Store& store, std::uint64_t first, base::MatterId matter);

}  // namespace hearth::tests
