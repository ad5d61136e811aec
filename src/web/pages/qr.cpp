#include "web/pages/qr.hpp"

#include <algorithm>

#include "web/drawing/qr_code.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::pages {

void fill_qr(ctemplate::TemplateDictionary& values, const std::string& address) {
    const drawing::QrCode code = drawing::qr_code(address);
    for (std::size_t from = 0, end = 0; from < address.size(); from = end) {  // behind a stroke, as people read it
        end = std::min(address.find('/', from), address.size() - 1) + 1;
        values.AddSectionDictionary("ADDRESS")->SetValue("PART", address.substr(from, end - from));
    }
    values.SetIntValue("QR_SIDE", code.side);
    values.SetValue("QR_PATH", code.path);
}

}  // namespace hearth::web::pages
