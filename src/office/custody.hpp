#pragma once

#include <optional>
#include <string>

#include "office/letter.hpp"
#include "office/office.hpp"

/// In whose record a matter goes on, and what the office above is told of its terms (docs/formats/referral.md).
namespace hearth::office {

/// The next owner, when it keeps a record of its own with which letters are exchanged: the matter goes on there.
std::optional<base::OfficeId> passes_to(const Office& office, const matter::Matter& matter);

/// The office above that holds slips of this one; empty when there is none to which letters go.
base::OfficeId slips_go_to(const OfficeProfile& profile);
/// The term that the office above is to know of: this office owes the next act by then.
std::optional<record::Due> owed_by(const Office& office, const matter::Matter& matter);

/// The procedure by which an office watches the terms of those below it. A pack without it opens no slips.
inline constexpr std::string_view k_lateness = "lateness";
/// What the clock does to such a matter when the answer has come after all, or the office below is heard again.
inline constexpr std::string_view k_slip_answered = "slip_answered";
/// Opens one about an office below of which no new checkpoint was seen.
inline constexpr std::string_view k_checkpoint_stale = "checkpoint_stale";

/// Under which code a watching matter is found: made of the watched office and the code of its matter, or of no matter.
std::string lateness_code(const base::OfficeId& about, const std::string& code);

/// The frame that a slip becomes: it opens a watching matter, or moves the term of `known`. Only with a due date in the letter.
record::Frame slip_frame(const Office& office, const Letter& letter, const matter::Matter* known, base::Instant now);
/// Opens a watching matter in its overdue state.
record::Frame stale_frame(const Office& office, const base::OfficeId& about, const matter::Matter* known, base::Instant now);
/// Ends the watch.
record::Frame answered_frame(const Office& office, const matter::Matter& watch, base::Instant now);
/// When the checkpoint of an office that was last heard then counts as stale.
base::Instant stale_from(const Office& office, base::Instant heard_at);

}  // namespace hearth::office
