#include "record/verifier.hpp"

#include <algorithm>
#include <array>

#include "record/disclosure.hpp"
#include "record/leaf.hpp"
#include "record/sha256.hpp"
#include "record/tlog_proof.hpp"

namespace hearth::record {

namespace {

/// The name inside a disclosure as `seal` writes it, `["<22 characters>","<name>",..`, is the name it is kept under. Only as much
/// is decoded as the name needs.
bool has_name(std::string_view disclosure, std::string_view name) {
    constexpr std::size_t k_before_name = 2 + 22 + 3;
    const std::size_t chars = (k_before_name + name.size() + 2 + 2) / 3 * 4;
    const auto head = base::from_base64url(disclosure.substr(0, chars));
    if (!head || head->size() < k_before_name + name.size() + 2) return false;
    const std::string_view claim = *head;
    return claim.starts_with("[\"") && claim.substr(24, 3) == "\",\"" && claim.substr(k_before_name, name.size()) == name &&
           claim.substr(k_before_name + name.size(), 2) == "\",";
}

/// Checks one disclosure against the digests that are still free; empty when it holds.
std::string flaw_of(const KeptDisclosure& kept, std::vector<std::string_view>& free, std::size_t& used, const Leaf& leaf) {
    const std::string digest = digest_of(kept.disclosure);
    const auto found = std::ranges::find(free, digest);
    if (found == free.end()) {
        const bool is_known = std::ranges::find(leaf.digests, digest) != leaf.digests.end();
        return is_known ? "record/disclosure_twice" : "record/disclosure_unknown";
    }
    *found = {};
    ++used;
    return kept.name.empty() || has_name(kept.disclosure, kept.name) ? "" : "record/disclosure_name";
}

void examine_entry(std::uint64_t index, const KeptEntry& entry, Examined& examined) {
    const auto leaf = parse_leaf(entry.leaf);
    if (!leaf) {
        examined.flaws.push_back({index, leaf.error().rule, {}});
        return;
    }
    std::vector<std::string_view> free = leaf->digests;
    std::size_t used = 0;
    for (const KeptDisclosure& kept : entry.disclosures) {
        std::string rule = flaw_of(kept, free, used, *leaf);
        if (!rule.empty()) examined.flaws.push_back({index, std::move(rule), std::string(kept.name)});
    }
    examined.shown += used;
    examined.withheld += leaf->digests.size() - used;
}

std::size_t first_difference(std::string_view a, std::string_view b) {
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(in_a - a.begin());
}

}  // namespace

Examined examine(std::uint64_t first, std::span<const KeptEntry> entries) {
    Examined examined;
    examined.first = first;
    examined.hashes.reserve(entries.size() * k_hash_bytes);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        examined.hashes += base::view(leaf_hash(entries[i].leaf));
        examine_entry(first + i, entries[i], examined);
    }
    return examined;
}

TreeRebuilder::TreeRebuilder(TileReader stored, std::optional<std::uint64_t> remembered)
    : stored_(std::move(stored)), remembered_(remembered) {
    if (remembered_ == 0) remembered_root_ = empty_root();
}

void TreeRebuilder::add(std::string_view leaf_hashes) {
    HEARTH_CHECK(levels_[0].empty());  // the row before was a whole tile
    const std::uint64_t end = size_ + leaf_hashes.size() / k_hash_bytes;
    if (remembered_ && *remembered_ > size_ && *remembered_ < end) {
        Levels then = levels_;
        then[0] = leaf_hashes.substr(0, static_cast<std::size_t>(*remembered_ - size_) * k_hash_bytes);
        remembered_root_ = root_of(*remembered_, then);
    }
    levels_[0] = leaf_hashes;
    size_ = end;
    if (levels_[0].size() == k_tile_width * k_hash_bytes) close_tile(0);
    if (remembered_ == size_) remembered_root_ = root();
}

void TreeRebuilder::finish() {
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        const std::uint64_t number = (size_ >> (level * k_tile_height)) / k_tile_width;
        if (!levels_[level].empty()) compare(level, number, levels_[level]);
    }
}

void TreeRebuilder::close_tile(std::size_t level) {
    // This tile is the last one that the size so far fills.
    compare(level, (size_ >> (level * k_tile_height)) / k_tile_width - 1, levels_[level]);
    if (levels_.size() == level + 1) levels_.emplace_back();
    levels_[level + 1] += base::view(tile_root(levels_[level]));
    levels_[level].clear();
    if (levels_[level + 1].size() == k_tile_width * k_hash_bytes) close_tile(level + 1);
}

void TreeRebuilder::compare(std::size_t level, std::uint64_t number, std::string_view hashes) {
    if (!stored_) return;
    const auto stored = stored_(static_cast<int>(level), number);
    ++tiles_compared_;
    const std::size_t at = stored ? first_difference(hashes, *stored) : 0;
    if (stored && at == hashes.size()) return;
    const std::uint64_t hash = number * k_tile_width + at / k_hash_bytes;
    const TileName name{static_cast<int>(level), number, hashes.size() / k_hash_bytes};
    flaws_.push_back({hash << (level * k_tile_height), "record/tile", path_of(name)});
}

base::Bytes32 TreeRebuilder::root_of(std::uint64_t size, const Levels& levels) {
    const auto node = [&](int height, std::uint64_t index) {
        const auto level = static_cast<std::size_t>(height / k_tile_height);
        const int within = height % k_tile_height;
        const std::uint64_t first = index & ((std::uint64_t{1} << (k_tile_height - within)) - 1);
        return node_in_tile(levels.at(level), within, first);
    };
    return record::root_of(right_edge(size, node).value());
}

base::Result<Vouched> vouch(const SignedCheckpoint& signed_checkpoint, const TlogPolicy& policy) {
    HEARTH_TRY(signers, verify_note(signed_checkpoint.note, policy.keys()));
    const auto log = std::ranges::find_if(signers, [&](const VerifierKey& key) {
        return key.type == VerifierKey::Type::note && key.name == signed_checkpoint.checkpoint.origin;
    });
    if (log == signers.end()) {
        return base::Refusal{base::Reason::not_permitted, "record/unknown_log", {}, signed_checkpoint.checkpoint.origin};
    }
    if (!policy.is_quorate(signers)) return base::Refusal{base::Reason::not_permitted, "record/quorum", {}, policy.quorum()};
    Vouched vouched{*log, {}};
    std::ranges::copy_if(signers, std::back_inserter(vouched.witnesses),
                         [](const VerifierKey& key) { return key.type == VerifierKey::Type::cosignature; });
    return vouched;
}

base::Result<Vouched> vouch(const SignedCheckpoint& signed_checkpoint, const VerifierKey& key) {
    const std::string& origin = signed_checkpoint.checkpoint.origin;
    if (key.name != origin || key.type != VerifierKey::Type::note) {
        return base::Refusal{base::Reason::not_permitted, "record/unknown_log", {}, origin};
    }
    HEARTH_TRY(signers, verify_note(signed_checkpoint.note, {&key, 1}));
    return Vouched{signers.front(), {}};
}

base::Result<ProvedReceipt> prove(const Receipt& receipt) {
    HEARTH_TRY(leaf, parse_leaf(receipt.leaf));
    const std::vector<std::string_view> disclosures(receipt.disclosures.begin(), receipt.disclosures.end());
    HEARTH_TRY(belong, check_disclosures(leaf.digests, disclosures));
    (void)belong;
    ProvedReceipt proved;
    proved.date = base::to_string(leaf.date);
    for (const std::string_view disclosure : disclosures) {
        HEARTH_TRY(disclosed, open_disclosure(disclosure));
        proved.disclosed.push_back(std::move(disclosed));
    }
    proved.withheld = leaf.digests.size() - disclosures.size();
    HEARTH_TRY(proof, parse_tlog_proof(receipt.proof));
    HEARTH_TRY(signed_checkpoint, read_checkpoint(proof.checkpoint));
    const Checkpoint& checkpoint = signed_checkpoint.checkpoint;
    HEARTH_TRY(included, verify_inclusion(proof.index, checkpoint.size, leaf_hash(receipt.leaf), proof.hashes, checkpoint.root));
    (void)included;
    proved.index = proof.index;
    proved.signed_checkpoint = std::move(signed_checkpoint);
    return proved;
}

}  // namespace hearth::record
