#include "web/drawing/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

#include "base/fault.hpp"

namespace hearth::web::drawing {
namespace {

constexpr int k_quiet = 4;

/// One rectangle for each run of black squares of a row.
std::string rows_of(const unsigned char* squares, int width) {
    const auto is_black = [&](int x, int y) { return x < width && (squares[y * width + x] & 1U) != 0; };
    std::string path;
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            const int from = x;
            while (is_black(x, y)) ++x;
            if (x > from) path += fmt::format("M{} {}h{}v1h-{}z", from + k_quiet, y + k_quiet, x - from, x - from);
        }
    }
    return path;
}

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code code_of(std::string_view text) {
    Code code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (code == nullptr) throw base::Fault("a QR code cannot be drawn");
    return code;
}

}  // namespace

QrCode qr_code(std::string_view text) {
    const Code code = code_of(text);
    return {code->width + 2 * k_quiet, rows_of(code->data, code->width)};
}

std::string qr_code_in_letters(std::string_view text) {
    const Code code = code_of(text);
    const auto is_light = [&](int x, int y) {
        const bool is_inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
        return !is_inside || (code->data[y * code->width + x] & 1U) == 0;
    };
    std::string lines;
    for (int y = -k_quiet; y < code->width + k_quiet; y += 2) {
        for (int x = -k_quiet; x < code->width + k_quiet; ++x) {
            const bool above = is_light(x, y);
            const bool below = is_light(x, y + 1);
            lines += above ? (below ? "\u2588" : "\u2580") : (below ? "\u2584" : " ");
        }
        lines += "\n";
    }
    return lines;
}

}  // namespace hearth::web::drawing
