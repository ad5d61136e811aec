#include "web/pages/addresses.hpp"

#include "web/pages/templates.hpp"

namespace hearth::web::pages {
namespace {

/// "https://hearth.example"
std::string root_of(const OfficeSite& office) {
    return office.record_url.substr(0, office.record_url.find("/o/", office.record_url.find("://") + 3));
}

}  // namespace

std::string whole_address(const OfficeSite& office, const std::string& below) {
    return root_of(office) + "/o/" + office.profile.id.text + below;
}

std::string whole_address(const OfficeSite& office, const std::string& language, const std::string& below) {
    return root_of(office) + "/" + std::string(address_of(language)) + "/o/" + office.profile.id.text + below;
}

}  // namespace hearth::web::pages
