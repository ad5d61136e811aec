#pragma once

#include <cstdint>
#include <optional>

#include "base/result.hpp"
#include "office/step.hpp"
#include "procedure/model.hpp"

/// How a meeting decided. Whether it was quorate and whether the motion passed is computed from the numbers of its roll
/// (`docs/formats/procedure.md`, the roll of a meeting; right 11) and never declared. The rule is that of the matter, not of the
/// room.
namespace hearth::office {

/// More people than this are no number of people; times any numerator of a share it still fits 64 bits.
inline constexpr std::int64_t k_people_max = 1'000'000'000;

/// The numbers of a meeting as they were entered.
struct Roll {
    std::int64_t voters = 0;  // who hold a vote, in the unit that the quorum counts
    std::int64_t present = 0;
    std::int64_t in_favour = 0;
    std::int64_t against = 0;
    std::int64_t proxies = 0;  // of those present
    std::int64_t online = 0;   // of those present
    std::optional<bool> chair_in_favour;
};

/// What follows from the numbers.
struct Count {
    std::int64_t quorum = 0;    // the least number present
    std::int64_t majority = 0;  // the least number in favour
    bool quorate = false;
    bool passed = false;
};

/// The least whole number that is at least (or more than) this share of `of`, exactly.
std::int64_t least(std::pair<int, int> share, bool more_than, std::int64_t of);

/// Counts by one rule. A tie fails, or is broken by the one casting vote of the chair where the rule says so.
Count count(const procedure::Resolution& rule, const Roll& roll);

/// Where a matter has two types: of quorum, base, majority and tie the stricter each. Refused `not_permitted`
/// office/meeting_bases when the two count different things.
base::Result<procedure::Resolution> stricter(procedure::Resolution one, const procedure::Resolution& other);

/// Computes the outcome of an act with `resolves`, and notes the numbers, the least numbers, the types and the version of the pack
/// whose rule decided. Refused: `not_found` office/resolution; `malformed` office/missing_field, office/roll (numbers that
/// contradict each other); `not_permitted` office/meeting_bases, office/meeting_proxies, office/meeting_online,
/// office/outcome_is_computed; `out_of_time` office/meeting_notice.
base::Result<base::Done> compute_outcome(Step& step);

/// Notes the type that a field `matter_type` states, beside those that the matter has.
void note_matter_type(Step& step);

}  // namespace hearth::office
