#include "clerk/sound.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hearth::clerk {

namespace {

constexpr std::size_t k_head = 12;         // "RIFF", size, "WAVE"
constexpr std::size_t k_chunk_head = 8;    // type, size
constexpr std::size_t k_bare_format = 16;  // what of a format chunk says how samples are read

base::Refusal broken() { return {base::Reason::malformed, "paper/sound"}; }

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t i = count; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string bytes_of(std::uint32_t number) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> (8U * static_cast<unsigned>(i)) & 255U);
    return bytes;
}

/// Of so many channels and bits that what follows from them agrees, in a coding that needs no other chunk.
bool is_played(std::string_view format) {
    constexpr std::uint32_t k_pcm = 1;
    constexpr std::array<std::uint32_t, 2> k_laws = {6, 7};  // A-law, mu-law
    const std::uint32_t coding = little_endian(format, 0, 2);
    const std::uint32_t channels = little_endian(format, 2, 2);
    const std::uint32_t bits = little_endian(format, 14, 2);
    const bool is_law = std::ranges::find(k_laws, coding) != k_laws.end();
    const bool is_read = bits == 8 || (bits == 16 && !is_law);
    return (coding == k_pcm || is_law) && is_read && (channels == 1 || channels == 2) && little_endian(format, 4, 4) > 0 &&
           little_endian(format, 12, 2) == channels * bits / 8;
}

std::string chunk_of(std::string_view type, std::string_view body) {
    std::string chunk(type);
    chunk += bytes_of(static_cast<std::uint32_t>(body.size()));
    chunk += body;
    if (body.size() % 2 != 0) chunk += '\0';
    return chunk;
}

std::string wave_of(std::string_view format, std::string_view samples) {
    const std::string chunks = chunk_of("fmt ", format) + chunk_of("data", samples);
    return "RIFF" + bytes_of(static_cast<std::uint32_t>(4 + chunks.size())) + "WAVE" + chunks;
}

}  // namespace

bool is_wave(std::string_view bytes) { return bytes.size() >= k_head && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WAVE"; }

base::Result<std::string> bare_wave(std::string_view bytes) {
    if (!is_wave(bytes)) return broken();
    std::string_view format;
    for (std::size_t at = k_head; at + k_chunk_head <= bytes.size();) {
        const std::string_view type = bytes.substr(at, 4);
        const std::size_t size = little_endian(bytes, at + 4, 4);
        if (size > bytes.size() - at - k_chunk_head) return broken();
        const std::string_view body = bytes.substr(at + k_chunk_head, size);
        if (type == "fmt " && size >= k_bare_format) format = body.substr(0, k_bare_format);
        if (type == "data") {
            if (size == 0 || format.empty() || !is_played(format)) return broken();
            return wave_of(format, body);
        }
        at += k_chunk_head + size + size % 2;
    }
    return broken();
}

}  // namespace hearth::clerk
