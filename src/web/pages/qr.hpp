#pragma once

#include <string>

namespace ctemplate {
class TemplateDictionary;
}

namespace hearth::web::pages {

/// The QR code of an address (QR_SIDE, QR_PATH), and the address in the PARTs of ADDRESS, behind each of which a line may break.
void fill_qr(ctemplate::TemplateDictionary& values, const std::string& address);

}  // namespace hearth::web::pages
