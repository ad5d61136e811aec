#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

/// The leaf of an act: the one part that is kept for ever, so it says nothing but that there was an act on a day
/// (`docs/formats/act.md`):
///
///   {"_sd":["<digest>",..],"_sd_alg":"sha-256","date":"2026-11-24","id":"<22 characters>","v":1}
///
/// It is canonical JSON with fixed members, so every leaf has exactly one spelling and is read without a JSON parser.
namespace hearth::record {

struct Leaf {
    base::ActId id;
    base::CivilDate date;
    std::vector<std::string_view> digests;  // sorted bytewise; views into the text that was read
};

/// Digests come in multiples of this many (decoys fill up), so that their number says little about the act.
inline constexpr std::size_t k_digest_step = 8;

/// The longest entry that an entry bundle of C2SP tlog-tiles can hold.
inline constexpr std::size_t k_entry_bytes_max = 65535;

/// Digests must be sorted and distinct.
std::string write_leaf(const base::ActId& id, base::CivilDate date, const std::vector<std::string>& digests);

/// Refused `malformed` record/leaf: every other text than write_leaf gives, as digests out of order or twice, members added or
/// moved, white space, a day that does not exist, another format version.
base::Result<Leaf> parse_leaf(std::string_view text);

}  // namespace hearth::record
