#pragma once

#include "notice/hook.hpp"
#include "web/site.hpp"

namespace hearth::web::notices {

/// What a web hook is told of an entry of the record (docs/formats/hook.md): what the record shows to anybody, and of a public act
/// what it is and where it is read. No matter, no person, nothing that anybody wrote.
notice::HookEvent hook_event(const OfficeSite& office, std::uint64_t entry);

}  // namespace hearth::web::notices
