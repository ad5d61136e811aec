#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/effects.hpp"
#include "base/result.hpp"

/// Signed notes (C2SP signed-note): a text and lines `— <key name> <base64(key id, signature)>` under it.
namespace hearth::record {

/// A public key with the name that its owner signs under.
struct VerifierKey {
    enum class Type : std::uint8_t { note = 0x01, cosignature = 0x04 };

    std::string name;
    Type type = Type::note;
    base::Bytes32 key{};

    /// First four bytes of SHA-256(name, newline, type, key), big-endian.
    [[nodiscard]] std::uint32_t id() const;
    /// `<name>+<8 hex digits of the id>+<base64(type, key)>`, as it is printed on notices.
    [[nodiscard]] std::string text() const;

    bool operator==(const VerifierKey&) const = default;
};

/// Refused `malformed` record/key: a bad name, an id that is not that of the key, a type other than the two Ed25519 ones.
base::Result<VerifierKey> parse_key(std::string_view text);

/// Not empty, UTF-8, no Unicode space and no plus sign.
bool is_key_name(std::string_view name);

struct SignatureLine {
    std::string name;
    std::uint32_t id = 0;
    std::string signature;  // what follows the key id; for a cosignature the time comes first

    bool operator==(const SignatureLine&) const = default;
};

struct Note {
    std::string text;  // ends with a newline, which is signed too
    std::vector<SignatureLine> signatures;

    bool operator==(const Note&) const = default;
};

inline constexpr std::size_t k_note_signatures_max = 100;

/// Refused `malformed`: record/note (no UTF-8, control characters, no text, no empty line before the signatures, no signature,
/// no final newline), record/note_line (a line among the signatures that is none), record/note_crowded (over 100 signatures).
base::Result<Note> parse_note(std::string_view text);

std::string to_string(const SignatureLine& line);
std::string to_string(const Note& note);

SignatureLine sign_note(std::string_view text, std::string_view name, const base::Signer& signer);

/// The keys among `keys` that signed, each once. A line of a key that is not among them is passed over. Refused:
/// `not_permitted` record/note_signature (a known key whose signature is wrong, its name as detail: then nothing in the note
/// counts) and record/note_unsigned (no known key signed).
base::Result<std::vector<VerifierKey>> verify_note(const Note& note, std::span<const VerifierKey> keys);

}  // namespace hearth::record
