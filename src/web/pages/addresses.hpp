#pragma once

#include <string>

#include "web/site.hpp"

/// Whole addresses, for what leaves the site: mail, feeds, QR codes, web hooks.
namespace hearth::web::pages {

/// "https://hearth.example/o/village/matter": speaks whichever language is asked for. `below` is "/matter".
std::string whole_address(const OfficeSite& office, const std::string& below);
/// "https://hearth.example/en/o/village/matter".
std::string whole_address(const OfficeSite& office, const std::string& language, const std::string& below);

}  // namespace hearth::web::pages
