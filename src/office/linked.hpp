#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "office/step.hpp"

/// Matters that belong together: pieces of parallel work inside a matter, and matters of their own beside it. Nothing is ever
/// merged or deleted, and no link leads to a person.
namespace hearth::office {

/// The act by which a piece of parallel work begins, and the one by which the other matter learns of a link.
inline constexpr std::string_view k_part_opened = "part_opened";
inline constexpr std::string_view k_linked = "linked";

/// Which matters must be loaded for `open_part`, `all_closed` and `link_same`.
std::vector<base::MatterId> linked_needed(const Office& office, const Command& command);

/// The other matter of `link_same`, which the act names by its number. Refused `malformed` office/missing_field,
/// office/matter_number; `not_found` office/matter; `conflict` office/linked_already.
base::Result<base::Done> note_links(Step& step);

/// Guard `all_closed`: every piece of work of this name was opened and is quiet.
base::Result<base::Done> all_closed(const Step& step, const procedure::Guard& guard);

/// The acts in other matters that follow from the act: the part or matter that it opens, the other end of a link. Numbers go on
/// from those of the office. The act itself is told which they are, in `noted`, before.
base::Result<std::vector<record::Act>> acts_beside(Step& step, base::Instant now);

}  // namespace hearth::office
