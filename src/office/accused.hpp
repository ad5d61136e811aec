#pragma once

#include "base/result.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

/// Reports against a unit (`accuses`): they are handled above it, and its posts neither act nor read.
namespace hearth::office {

/// The unit that a report is about: as the clerk read it before the form was sealed, else as it stands in the form; empty for every
/// other act. Refused `malformed` office/missing_field; `not_found` office/office when nobody here knows it.
base::Result<base::OfficeId> accused_unit(const Office& office, const procedure::Procedure& procedure,
                                          const procedure::ActRule& rule, const Command& command);

/// Who handles a matter that is opened: this office, or the one that the act names in `at`. Refused `not_permitted`
/// office/accused_unit when that would be the accused unit itself.
base::Result<base::OfficeId> receiver_of(const Office& office, const procedure::ActRule& rule, const base::OfficeId& accused);

}  // namespace hearth::office
