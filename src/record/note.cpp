#include "record/note.hpp"

#include <algorithm>
#include <array>

#include "record/cosignature.hpp"
#include "record/ed25519.hpp"
#include "record/lines.hpp"
#include "record/sha256.hpp"

namespace hearth::record {

namespace {

constexpr std::string_view k_dash = "\u2014 ";
constexpr std::size_t k_id_bytes = 4;

/// White space of Unicode (property White_Space), as UTF-8.
constexpr std::array<std::string_view, 25> k_spaces{"\t",     "\n",     "\v",     "\f",     "\r",     " ",      "\xc2\x85",
                                                    "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                                    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u2028",
                                                    "\u2029", "\u202f", "\u205f", "\u3000"};

base::Refusal malformed(std::string rule) { return {base::Reason::malformed, std::move(rule)}; }

std::uint32_t read_id(std::string_view bytes) {
    std::uint32_t id = 0;
    for (const char c : bytes.substr(0, k_id_bytes)) id = id << 8 | static_cast<unsigned char>(c);
    return id;
}

std::string write_id(std::uint32_t id) {
    return {static_cast<char>(id >> 24), static_cast<char>(id >> 16 & 0xff), static_cast<char>(id >> 8 & 0xff),
            static_cast<char>(id & 0xff)};
}

std::string typed_key(const VerifierKey& key) { return static_cast<char>(key.type) + std::string(base::view(key.key)); }

bool is_note_text(std::string_view text) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
    return base::is_utf8(text) && std::ranges::none_of(text, is_control);
}

base::Result<SignatureLine> parse_signature(std::string_view line) {
    const auto refused = malformed("record/note_line");
    if (!line.starts_with(k_dash)) return refused;
    line.remove_prefix(k_dash.size());
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return refused;
    const auto bytes = base::from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= k_id_bytes) return refused;
    return SignatureLine{std::string(line.substr(0, space)), read_id(*bytes), bytes->substr(k_id_bytes)};
}

bool is_signed_by(const VerifierKey& key, std::string_view text, std::string_view signature) {
    if (key.type == VerifierKey::Type::cosignature) return verify_cosignature(key, text, signature);
    return verify_ed25519(key.key, text, signature);
}

}  // namespace

std::uint32_t VerifierKey::id() const {
    const base::Bytes32 hash = sha256(name + "\n" + typed_key(*this));
    return read_id(base::view(hash));
}

std::string VerifierKey::text() const { return name + "+" + base::hex(write_id(id())) + "+" + base::base64(typed_key(*this)); }

base::Result<VerifierKey> parse_key(std::string_view text) {
    const auto refused = malformed("record/key");
    const std::size_t first = text.find('+');
    const std::size_t second = text.find('+', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return refused;
    const auto bytes = base::from_base64(text.substr(second + 1));
    if (!bytes || bytes->size() != 33) return refused;
    VerifierKey key{std::string(text.substr(0, first)), static_cast<VerifierKey::Type>((*bytes)[0]),
                    base::to_bytes32(bytes->substr(1)).value()};
    if (key.type != VerifierKey::Type::note && key.type != VerifierKey::Type::cosignature) return refused;
    if (!is_key_name(key.name) || key.text() != text) return refused;
    return key;
}

bool is_key_name(std::string_view name) {
    const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
    return !name.empty() && base::is_utf8(name) && !has("+") && std::ranges::none_of(k_spaces, has);
}

base::Result<Note> parse_note(std::string_view text) {
    if (!is_note_text(text)) return malformed("record/note");
    const std::size_t split = text.rfind("\n\n");
    if (split == std::string_view::npos) return malformed("record/note");
    Note note;
    note.text = text.substr(0, split + 1);
    std::string_view rest = text.substr(split + 2);
    if (!rest.ends_with('\n')) return malformed("record/note");
    while (const auto line = take_line(rest)) {
        if (note.signatures.size() == k_note_signatures_max) return malformed("record/note_crowded");
        HEARTH_TRY(signature, parse_signature(*line));
        note.signatures.push_back(std::move(signature));
    }
    return note;
}

std::string to_string(const SignatureLine& line) {
    return std::string(k_dash) + line.name + " " + base::base64(write_id(line.id) + line.signature) + "\n";
}

std::string to_string(const Note& note) {
    std::string text = note.text + "\n";
    for (const SignatureLine& line : note.signatures) text += to_string(line);
    return text;
}

SignatureLine sign_note(std::string_view text, std::string_view name, const base::Signer& signer) {
    const VerifierKey key{std::string(name), VerifierKey::Type::note, signer.public_key()};
    return {key.name, key.id(), signer.sign(text)};
}

base::Result<std::vector<VerifierKey>> verify_note(const Note& note, std::span<const VerifierKey> keys) {
    std::vector<VerifierKey> signers;
    for (const SignatureLine& line : note.signatures) {
        const auto key = std::ranges::find_if(keys, [&](const VerifierKey& k) { return k.name == line.name && k.id() == line.id; });
        if (key == keys.end()) continue;
        if (!is_signed_by(*key, note.text, line.signature)) {
            return base::Refusal{base::Reason::not_permitted, "record/note_signature", {}, key->name};
        }
        if (std::ranges::find(signers, *key) == signers.end()) signers.push_back(*key);
    }
    if (signers.empty()) return base::Refusal{base::Reason::not_permitted, "record/note_unsigned"};
    return signers;
}

}  // namespace hearth::record
