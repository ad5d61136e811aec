#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text set in lines for a drawing, where no browser breaks them.
namespace hearth::web::drawing {

/// `text` in lines of at most `width` ems each, broken where UAX #14 allows (between Chinese characters, between Latin words). A
/// word that is wider than a line stands alone and sticks out. Widths are estimates for any system font: a Chinese character is one
/// em.
std::vector<std::string> lines_of(std::string_view text, double width, std::string_view language);

}  // namespace hearth::web::drawing
