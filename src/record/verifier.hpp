#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/checkpoint.hpp"
#include "record/disclosure.hpp"
#include "record/receipt.hpp"
#include "record/tiles.hpp"
#include "record/tlog_policy.hpp"

/// The judge of a record: from leaves, disclosures and tiles to what they prove. It has its own reader of leaves and never applies
/// an act, so that it agrees with the office on nothing but the formats.
/// Not here: where bytes come from (cli), what the acts mean (`hearth replay`).
namespace hearth::record {

/// What is wrong, and with which entry. `rule` is one of
///   record/leaf                 the entry is not the leaf of an act
///   record/disclosure_unknown   a disclosure that the leaf does not commit to: it was tampered with
///   record/disclosure_twice     the same disclosure comes twice
///   record/disclosure_name      a field is kept under another name than the one committed to
///   record/tile                 a tile does not hold the hashes of the entries (name of the tile as detail)
struct Flaw {
    std::uint64_t index = 0;
    std::string rule;
    std::string detail;

    bool operator==(const Flaw&) const = default;
};

/// A disclosure with the name under which it is kept; an empty name claims nothing.
struct KeptDisclosure {
    std::string_view disclosure;
    std::string_view name;
};

struct KeptEntry {
    std::string_view leaf;
    std::span<const KeptDisclosure> disclosures;
};

/// What was found in a row of entries. Rows are independent of each other, so they may be examined on any thread.
struct Examined {
    std::uint64_t first = 0;
    std::string hashes;          // of the leaves, 32 bytes each
    std::uint64_t shown = 0;     // disclosures that are there and match
    std::uint64_t withheld = 0;  // digests without one: redacted, or decoys; nobody can tell which
    std::vector<Flaw> flaws;
};
Examined examine(std::uint64_t first, std::span<const KeptEntry> entries);

/// Builds the tree over all entries again, one examined tile (256 entries) after the other, and holds it against stored tiles.
class TreeRebuilder {
public:
    /// Tiles are compared when `stored` has them. `remembered` is an older size whose root is wanted as well.
    TreeRebuilder(TileReader stored, std::optional<std::uint64_t> remembered);

    /// The next row: 256 hashes, fewer only in the last one.
    void add(std::string_view leaf_hashes);
    /// After the last row: compares the tiles of the right edge.
    void finish();

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] base::Bytes32 root() const { return root_of(size_, levels_); }
    [[nodiscard]] const std::optional<base::Bytes32>& remembered_root() const { return remembered_root_; }
    [[nodiscard]] const std::vector<Flaw>& flaws() const { return flaws_; }
    [[nodiscard]] std::uint64_t tiles_compared() const { return tiles_compared_; }

private:
    using Levels = std::vector<std::string>;  // per level the hashes of the last tile, as far as it has grown

    void close_tile(std::size_t level);
    void compare(std::size_t level, std::uint64_t number, std::string_view hashes);
    static base::Bytes32 root_of(std::uint64_t size, const Levels& levels);

    TileReader stored_;
    std::optional<std::uint64_t> remembered_;
    std::uint64_t size_ = 0;
    Levels levels_{""};
    std::optional<base::Bytes32> remembered_root_;
    std::vector<Flaw> flaws_;
    std::uint64_t tiles_compared_ = 0;
};

/// Who vouches for a checkpoint.
struct Vouched {
    VerifierKey log;                     // whose signature under the checkpoint holds
    std::vector<VerifierKey> witnesses;  // those known whose cosignatures hold
};

/// By a policy. Refused `not_permitted` record/unknown_log (no log of the policy has this origin), record/quorum (too few
/// witnesses, the quorum's name as detail), or as verify_note says.
base::Result<Vouched> vouch(const SignedCheckpoint& signed_checkpoint, const TlogPolicy& policy);
/// By one key. Refused `not_permitted` record/unknown_log when its name is not the origin, or as verify_note says.
base::Result<Vouched> vouch(const SignedCheckpoint& signed_checkpoint, const VerifierKey& key);

/// A receipt that holds together: the disclosures belong to the entry, and the entry to the tree of the checkpoint.
struct ProvedReceipt {
    std::uint64_t index = 0;
    std::string date;  // of the entry
    std::vector<Disclosed> disclosed;
    std::uint64_t withheld = 0;
    SignedCheckpoint signed_checkpoint;
};
/// Refused as parse_leaf, check_disclosures, open_disclosure, parse_tlog_proof, read_checkpoint and verify_inclusion say.
base::Result<ProvedReceipt> prove(const Receipt& receipt);

}  // namespace hearth::record
