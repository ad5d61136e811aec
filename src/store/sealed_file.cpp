#include "store/sealed_file.hpp"

#include <sodium.h>

#include <array>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/check.hpp"
#include "base/fault.hpp"
#include "store/files.hpp"

namespace hearth::store {
namespace {

constexpr std::string_view k_magic = "hearth-sealed@v1";
constexpr std::size_t k_piece = 65'536;
constexpr std::size_t k_line_max = 400;
constexpr std::size_t k_tag_bytes = crypto_secretstream_xchacha20poly1305_ABYTES;

using Header = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;
using Stream = crypto_secretstream_xchacha20poly1305_state;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::vector<char>& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

std::string line_of(const SealedHead& head) {
    std::ostringstream line;
    line << k_magic << ' ' << head.kind << ' ' << head.office << ' ' << to_rfc3339(head.made) << ' ' << to_rfc3339(head.until)
         << '\n';
    return std::move(line).str();
}

base::Refusal refused(const char* rule, const std::filesystem::path& file) {
    return {base::Reason::malformed, rule, {.file = file.string()}, {}};
}

/// Fills `piece` as far as the file goes.
std::size_t read_piece(std::istream& from, std::vector<char>& piece) {
    from.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    return static_cast<std::size_t>(from.gcount());
}

void write_piece(std::ostream& to, const std::vector<char>& piece, std::size_t count, const std::filesystem::path& file) {
    if (!to.write(piece.data(), static_cast<std::streamsize>(count)))
        throw base::Fault("writing " + file.string() + ": no more room");
}

/// Reads the line at the beginning and leaves the stream after it.
base::Result<SealedHead> read_line(std::istream& from, const std::filesystem::path& file) {
    std::string text(k_line_max, '\0');
    from.getline(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(from ? static_cast<std::size_t>(from.gcount()) - 1 : 0);
    std::istringstream line(text);
    std::string magic;
    std::string made;
    std::string until;
    SealedHead head;
    line >> magic >> head.kind >> head.office >> made >> until;
    const auto from_instant = base::parse_rfc3339(made);
    const auto to_instant = base::parse_rfc3339(until);
    if (magic != k_magic || !from_instant || !to_instant) return refused("backup/not_one", file);
    head.made = *from_instant;
    head.until = *to_instant;
    if (line_of(head) != text + "\n") return refused("backup/not_one", file);
    return head;
}

enum class Ending { whole, cut_off, changed };

Ending decrypt(std::istream& from, Stream& stream, std::string_view line, const std::filesystem::path& plain) {
    create_private(plain);
    std::ofstream to(plain, std::ios::binary);
    std::vector<char> sealed(k_piece + k_tag_bytes);
    std::vector<char> bytes(k_piece);
    unsigned char tag = 0;
    for (std::string_view with = line;; with = {}) {
        const std::size_t count = read_piece(from, sealed);
        if (count < k_tag_bytes) return Ending::cut_off;
        if (crypto_secretstream_xchacha20poly1305_pull(&stream, bytes_of(bytes), nullptr, &tag, bytes_of(sealed), count,
                                                       bytes_of(with), with.size()) != 0) {
            return count < sealed.size() ? Ending::cut_off : Ending::changed;
        }
        write_piece(to, bytes, count - k_tag_bytes, plain);
        if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) break;
    }
    if (from.peek() != std::istream::traits_type::eof()) return Ending::changed;
    to.close();
    if (!to) throw base::Fault("writing " + plain.string() + ": no more room");
    return Ending::whole;
}

}  // namespace

void seal_file(const std::filesystem::path& plain, const std::filesystem::path& sealed, std::string_view key,
               const SealedHead& head) {
    HEARTH_CHECK(sodium_init() >= 0 && key.size() == k_seal_key_bytes);
    std::ifstream from(plain, std::ios::binary);
    if (!from) throw base::Fault("opening " + plain.string() + ": cannot be read");
    create_private(sealed);
    std::ofstream to(sealed, std::ios::binary | std::ios::trunc);
    Stream stream;
    Header header;
    crypto_secretstream_xchacha20poly1305_init_push(&stream, header.data(), bytes_of(key));
    const std::string line = line_of(head);
    to << line << std::string_view(reinterpret_cast<const char*>(header.data()), header.size());
    std::vector<char> bytes(k_piece);
    std::vector<char> piece(k_piece + k_tag_bytes);
    std::string_view with = line;
    for (bool is_last = false; !is_last; with = {}) {
        const std::size_t count = read_piece(from, bytes);
        is_last = from.peek() == std::ifstream::traits_type::eof();
        const unsigned char tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
        crypto_secretstream_xchacha20poly1305_push(&stream, bytes_of(piece), nullptr, bytes_of(bytes), count, bytes_of(with),
                                                   with.size(), tag);
        write_piece(to, piece, count + k_tag_bytes, sealed);
    }
    if (from.bad()) throw base::Fault("reading " + plain.string() + " failed");
    to.close();
    if (!to) throw base::Fault("writing " + sealed.string() + ": no more room");
    sync_file(sealed);
}

base::Result<SealedHead> read_sealed_head(const std::filesystem::path& sealed) {
    std::ifstream from(sealed, std::ios::binary);
    return read_line(from, sealed);
}

base::Result<SealedHead> open_sealed_file(const std::filesystem::path& sealed, const std::filesystem::path& plain,
                                          std::string_view key) {
    HEARTH_CHECK(sodium_init() >= 0 && key.size() == k_seal_key_bytes);
    std::ifstream from(sealed, std::ios::binary);
    HEARTH_TRY(head, read_line(from, sealed));
    Header header;
    if (!from.read(reinterpret_cast<char*>(header.data()), header.size())) return refused("backup/cut_off", sealed);
    Stream stream;
    crypto_secretstream_xchacha20poly1305_init_pull(&stream, header.data(), bytes_of(key));
    const Ending ending = decrypt(from, stream, line_of(head), plain);
    if (ending != Ending::whole) {
        std::filesystem::remove(plain);
        return refused(ending == Ending::cut_off ? "backup/cut_off" : "backup/changed_or_other_key", sealed);
    }
    sync_file(plain);
    return head;
}

}  // namespace hearth::store
