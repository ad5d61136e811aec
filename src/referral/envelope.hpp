#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "office/letter.hpp"
#include "record/note.hpp"
#include "record/store.hpp"

/// A letter as it travels (docs/formats/referral.md): its text, the sender's receipt for having written it, and the content that
/// its receiver may read, encrypted to the receiver. One line of JSON; a bag is several of them.
namespace hearth::referral {

struct Envelope {
    std::string letter;
    std::string receipt;
    std::string sealed;  // ciphertext; empty: no content comes along
};

std::string to_line(const Envelope& envelope);
/// Refused `malformed` referral/envelope.
base::Result<Envelope> parse_envelope(std::string_view line);

/// Who this office is in its letters.
struct Self {
    base::OfficeId id;
    record::VerifierKey key;  // of its record; the name is the origin
};

/// Encrypts to a public key; opens what was encrypted to us.
using Seal = std::function<std::string(const base::Bytes32& to, std::string_view plain)>;
using Open = std::function<std::optional<std::string>(std::string_view sealed)>;

/// The receipt of one entry under the newest checkpoint, with its frame and nothing else. A Fault when tiles are missing.
std::string receipt_of(record::Store& store, const record::VerifierKey& key, std::uint64_t entry);

/// What the receiver of a waiting letter may read of the acts that it holds, as it stands in the store now: what was erased
/// meanwhile is not sent. Fields sealed to others, the resident's code, and what would make the bag too large are left out.
std::vector<office::CopiedField> copies_for(record::Store& store, const Self& self, const record::LetterRow& row,
                                            const office::Letter& letter);
std::string to_text(const std::vector<office::CopiedField>& copies);
/// Each field belongs to the act that it names: refused `malformed` referral/copies otherwise.
base::Result<std::vector<office::CopiedField>> parse_copies(std::string_view text, const std::vector<office::FiledAct>& acts);

/// The frame of an act that `key` signed into its record, out of a receipt. Refused as parse_receipt, prove and vouch say, and
/// `malformed` record/frame.
base::Result<record::Frame> proved_frame(const std::string& receipt, const record::VerifierKey& key);

/// Whether the act of this frame says that the letter was sent, or received.
bool tells_of(const record::Frame& frame, std::string_view act, const office::Letter& letter, const std::string& digest);

}  // namespace hearth::referral
