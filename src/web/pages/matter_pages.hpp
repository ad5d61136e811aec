#pragma once

#include <optional>
#include <string_view>

#include "web/pages/view.hpp"

/// Pages behind a receipt code. The code comes in the body of a POST and goes into hidden fields only, so that it stands in no
/// address, no history and no log.
namespace hearth::web::pages {

/// The form for a code; `typed` and a message when a code was sent and opened nothing.
http::Response ask_page(const View& view);
http::Response code_opens_nothing(const View& view, const std::string& typed);

/// What stands above the matter when somebody just tried to say something.
enum class Told { nothing, recorded, nothing_chosen, not_now };

/// Nothing when no matter of this office has the code; malformed and unknown codes look the same.
std::optional<http::Response> matter_page(const View& view, std::string_view typed, Told told = Told::nothing);

/// A paper of the matter by the digest of its file, as it was kept; nothing when the code opens nothing, when its holder may not
/// read such a paper, or when it was erased.
std::optional<http::Response> paper_file(const View& view, std::string_view typed, std::string_view file);

/// What is held of the matter: each field with what it is needed for, who may read it and until when it is kept; who has read it;
/// how to have it corrected or erased. And the same as data (docs/formats/own-matter.md), with all that the holder of the code may
/// read.
std::optional<http::Response> held_page(const View& view, std::string_view typed);
std::optional<http::Response> held_file(const View& view, std::string_view typed);

/// The receipt to print: a pocket slip with number, promise, code and a QR code of where the matter is followed, or a sheet that
/// says also what was said and where it stands in the record.
enum class ReceiptPaper { slip, sheet };
std::optional<http::Response> receipt_page(const View& view, std::string_view typed, ReceiptPaper paper);

/// The receipt of the opening act as a file to keep: what was said and when, with its proof in the record as it stands now.
std::optional<http::Response> receipt_file(const View& view, std::string_view typed);

}  // namespace hearth::web::pages
