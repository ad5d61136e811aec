#pragma once

#include <string>
#include <string_view>

/// A QR code (ISO/IEC 18004) as a drawing: black squares of one unit as a path, with room for the quiet zone around it.
namespace hearth::web::drawing {

struct QrCode {
    int side = 0;      // of the whole drawing in units, the quiet zone of four on each side included
    std::string path;  // of an SVG
};

/// Correction level M, the smallest version that holds the text. A Fault when it holds more than any can.
QrCode qr_code(std::string_view text);

/// The same in letters, for a terminal with light letters on a dark ground: two rows of squares in each line.
std::string qr_code_in_letters(std::string_view text);

}  // namespace hearth::web::drawing
