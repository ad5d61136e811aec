#include "clerk/picture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hearth::clerk {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view k_png_head = "\x89PNG\r\n\x1a\n"sv;

base::Refusal broken() { return {base::Reason::malformed, "paper/picture"}; }

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// ITU-T T.81, annex B: markers stand alone or begin a segment with its length.
enum Marker : unsigned { k_rst0 = 0xd0, k_rst7 = 0xd7, k_soi = 0xd8, k_eoi = 0xd9, k_sos = 0xda, k_app0 = 0xe0, k_app15 = 0xef };

/// Of the application segments only those that say how the colours are meant: JFIF without its small copy, a colour profile,
/// Adobe's transform. Comments and everything else go.
bool draws_jpeg(unsigned marker, std::string_view segment) {
    constexpr unsigned k_app2 = 0xe2;
    constexpr unsigned k_app14 = 0xee;
    constexpr unsigned k_first_table = 0xc0;
    constexpr std::size_t k_bare_jfif = 14;
    if (marker == k_app0) return segment.starts_with("JFIF\0"sv) && segment.size() == k_bare_jfif;
    if (marker == k_app2) return segment.starts_with("ICC_PROFILE\0"sv);
    if (marker == k_app14) return segment.starts_with("Adobe"sv);
    return marker >= k_first_table && marker < k_app0;
}

/// Where the compressed data that begins at `at` ends: at the next marker that is neither a stuffed byte nor a restart.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    for (; at + 1 < bytes.size(); ++at) {
        if (byte_at(bytes, at) != 0xff) continue;
        const unsigned next = byte_at(bytes, at + 1);
        if (next != 0 && (next < k_rst0 || next > k_rst7)) return at;
    }
    return bytes.size();
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t number = 0;
    for (int i = 0; i < count; ++i) number = number << 8U | byte_at(bytes, at + static_cast<std::size_t>(i));
    return number;
}

/// Critical chunks, and those that say how the colours are meant (PNG, 3rd edition, chapter 11).
bool draws_png(std::string_view type) {
    constexpr std::array k_drawing = {"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "cHRM"sv,
                                      "gAMA"sv, "iCCP"sv, "sBIT"sv, "sRGB"sv, "bKGD"sv, "pHYs"sv};
    return std::ranges::find(k_drawing, type) != k_drawing.end();
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff"sv); }
bool is_png(std::string_view bytes) { return bytes.starts_with(k_png_head); }

base::Result<std::string> bare_jpeg(std::string_view bytes) {
    if (!is_jpeg(bytes)) return broken();
    std::string bare(bytes.substr(0, 2));
    std::size_t at = 2;
    while (at + 1 < bytes.size()) {
        if (byte_at(bytes, at) != 0xff) return broken();
        const unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xff) {  // fill byte
            ++at;
            continue;
        }
        if (marker == k_eoi) return bare.append(bytes.substr(at, 2));
        if (at + 4 > bytes.size() || marker == k_soi) return broken();
        const std::size_t length = big_endian(bytes, at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size()) return broken();
        const std::size_t next = marker == k_sos ? end_of_scan(bytes, at + 2 + length) : at + 2 + length;
        if (draws_jpeg(marker, bytes.substr(at + 4, length - 2))) bare.append(bytes.substr(at, next - at));
        at = next;
    }
    return broken();
}

base::Result<std::string> bare_png(std::string_view bytes) {
    if (!is_png(bytes)) return broken();
    constexpr std::size_t k_frame = 12;  // length, type, checksum
    std::string bare(k_png_head);
    std::size_t at = k_png_head.size();
    while (at + k_frame <= bytes.size()) {
        const std::size_t length = big_endian(bytes, at, 4);
        if (length > bytes.size() - at - k_frame) return broken();
        const std::string_view chunk = bytes.substr(at, length + k_frame);
        const std::string_view type = chunk.substr(4, 4);
        if (draws_png(type)) bare.append(chunk);
        if (type == "IEND") return bare;
        at += chunk.size();
    }
    return broken();
}

}  // namespace hearth::clerk
