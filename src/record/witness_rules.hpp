#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "record/checkpoint.hpp"
#include "record/merkle_tree.hpp"

/// What a witness answers to a log that asks for its cosignature (C2SP tlog-witness, add-checkpoint). Pure: whoever calls keeps
/// what was witnessed, and must store the new checkpoint if, and only if, the old one still stands, before answering.
namespace hearth::record {

/// The body of a request: "old <size>", consistency proof, empty line, checkpoint.
struct AddCheckpoint {
    std::uint64_t old_size = 0;
    Proof proof;
    SignedCheckpoint signed_checkpoint;
};

/// Refused `malformed` record/add_checkpoint with the number of the line as detail, or as read_checkpoint says.
base::Result<AddCheckpoint> parse_add_checkpoint(std::string_view body);
std::string to_string(const AddCheckpoint& request);

enum class WitnessAnswer {
    accepted,        // 200
    malformed,       // 400: no request, or the old size is beyond the new one
    unknown_origin,  // 404
    not_signed,      // 403: by none of the keys trusted for this origin
    other_old_size,  // 409: with the size last witnessed in the body
    not_consistent,  // 422: the proof fails, or another tree of the same size, or a root of nothing that is not that of nothing
};

/// The last checkpoint witnessed for an origin.
struct LastWitnessed {
    std::uint64_t size = 0;
    base::Bytes32 root{};
};

/// Decides in the order of the standard. `log_keys` are the keys of all logs that this witness knows; `last` is what it witnessed
/// of this origin.
WitnessAnswer answer_add_checkpoint(const AddCheckpoint& request, std::span<const VerifierKey> log_keys,
                                    const std::optional<LastWitnessed>& last);

}  // namespace hearth::record
