#pragma once

#include "base/result.hpp"
#include "office/step.hpp"

/// What an act makes public, until when, and what takes it back. That it is public is an outcome in the frame; what is shown is the
/// notice of the act, masked (`publish` in `docs/formats/procedure.md`).
namespace hearth::office {

/// Notes the days for which the act is public. Where the publication needs a consent, it happens only while that is in force.
void note_publication(Step& step);

/// Effect `objection`: notes which publication it speaks of. Refused `out_of_order` office/nothing_published.
base::Result<base::Done> note_objection(Step& step);

/// Effect `annul`: notes the act that is taken back: what it decided counts no more, and what it published is withdrawn at once.
/// Refused `out_of_order` office/nothing_to_annul (detail: the act named).
base::Result<base::Done> note_annulment(Step& step);

}  // namespace hearth::office
