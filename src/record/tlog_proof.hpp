#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/merkle_tree.hpp"

namespace hearth::record {

/// A proof that can be checked offline (C2SP tlog-proof): the place of an entry, its inclusion proof, and a checkpoint verbatim.
struct TlogProof {
    std::optional<std::string> extra;  // anything the application adds; nobody vouches for it
    std::uint64_t index = 0;
    Proof hashes;
    std::string checkpoint;  // the signed note

    bool operator==(const TlogProof&) const = default;
};

inline constexpr std::string_view k_tlog_proof_head = "c2sp.org/tlog-proof@v1";

std::string to_string(const TlogProof& proof);

/// Refused `malformed` record/tlog_proof with the number of the line that is wrong as detail. The checkpoint is taken as it is.
base::Result<TlogProof> parse_tlog_proof(std::string_view text);

}  // namespace hearth::record
