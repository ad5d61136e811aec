#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/effects.hpp"
#include "base/result.hpp"
#include "record/note.hpp"

namespace hearth::record {

/// What a log says of itself (C2SP tlog-checkpoint): that its first `size` entries have this root. The text of a signed note.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    base::Bytes32 root{};
    std::vector<std::string> extensions;  // further lines, not empty; ours has none

    bool operator==(const Checkpoint&) const = default;
};

/// The text that is signed: "<origin>\n<size>\n<base64 root>\n" and the extension lines.
std::string to_string(const Checkpoint& checkpoint);

/// Refused `malformed` record/checkpoint with the number of the line that is wrong as detail.
base::Result<Checkpoint> parse_checkpoint(std::string_view text);

/// The signed note, under the origin as key name.
std::string sign_checkpoint(const Checkpoint& checkpoint, const base::Signer& signer);

/// A checkpoint with the note that carries it.
struct SignedCheckpoint {
    Checkpoint checkpoint;
    Note note;
};
/// Reads both, verifies nothing. Refused as parse_note and parse_checkpoint say.
base::Result<SignedCheckpoint> read_checkpoint(std::string_view note);

}  // namespace hearth::record
