#pragma once

#include <optional>

#include "matter/matter.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// The instant that a word of the language means in this matter: "received", "entry", "served" or an act; nothing if that act has
/// not happened.
std::optional<base::Instant> instant_named(const matter::Matter& matter, const std::string& word);

/// The clock of `state` for a matter that has just entered it (its `last` holds "entry" and "served"): the latest of the starts
/// counts, extensions granted in this state lengthen it, an agreed date may shorten it. Nothing where the state has no term.
std::optional<record::Due> due_in(const procedure::State& state, const matter::Matter& matter, const procedure::Ruleset& rules,
                                  std::optional<base::CivilDate> agreed = {});

/// The clock after a pause that began at `matter.paused_at` and ends at `until`: whole days stood still are added, never more than
/// the term of the pause.
record::Due due_after_pause(const record::Due& before, const procedure::Deadline::Pause& pause, base::Instant paused_at,
                            base::Instant until, const procedure::Ruleset& rules);

}  // namespace hearth::office
