#pragma once

#include "web/desk/visit.hpp"

/// How somebody signs in was changed: she is told, whoever did it (OWASP ASVS 4.0.3, 2.2.3).
namespace hearth::web::desk {

/// On her account page: everything of the last ninety days.
void fill_changes(ctemplate::TemplateDictionary& values, const Visit& visit);

/// At the head of her desk: what was changed within a week, but for what she saw happen in this session.
void fill_recent_changes(ctemplate::TemplateDictionary& values, const Visit& visit);

}  // namespace hearth::web::desk
