#include "record/act.hpp"

#include <algorithm>

#include "record/leaf.hpp"
#include "record/sha256.hpp"

namespace hearth::record {

namespace {

constexpr std::size_t k_salt_bytes = 16;
constexpr std::size_t k_decoy_bytes = 32;

/// Cuts random bytes drawn at once into the pieces that an act needs.
class Pieces {
public:
    explicit Pieces(std::string bytes) : bytes_(std::move(bytes)) {}

    std::string_view next(std::size_t count) {
        HEARTH_CHECK(at_ + count <= bytes_.size());
        at_ += count;
        return std::string_view(bytes_).substr(at_ - count, count);
    }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

std::string disclose(Pieces& random, const std::string& name, const base::Json& value) {
    auto json = base::canonical_json(value);
    HEARTH_CHECK(json.has_value());
    return encode_disclosure(base::base64url(random.next(k_salt_bytes)), name, *json);
}

}  // namespace

Entry seal(const Act& act, base::Randomness& randomness) {
    const std::size_t disclosures = 1 + act.content.size();
    const std::size_t digest_count = (disclosures + k_digest_step - 1) / k_digest_step * k_digest_step;
    const std::size_t decoys = digest_count - disclosures;
    Pieces random(randomness.bytes(disclosures * k_salt_bytes + decoys * k_decoy_bytes));

    Entry entry;
    std::vector<std::string> digests;
    digests.reserve(digest_count);
    entry.frame = disclose(random, "frame", to_json(act.frame));
    digests.push_back(digest_of(entry.frame));
    entry.content.reserve(act.content.size());
    for (const ContentField& field : act.content) {
        HEARTH_CHECK(field.name != "frame");
        entry.content.push_back({field.name, disclose(random, field.name, field.value), field.klass, field.erase_at, field.keep});
        digests.push_back(digest_of(entry.content.back().disclosure));
    }
    // A decoy is the digest of a random number, so nobody can tell it from that of an erased disclosure.
    for (std::size_t i = 0; i < decoys; ++i) digests.push_back(digest_of(random.next(k_decoy_bytes)));
    std::ranges::sort(digests);
    entry.leaf = write_leaf(act.id, act.date, digests);
    HEARTH_CHECK(entry.leaf.size() <= k_entry_bytes_max);
    return entry;
}

base::Result<Frame> open_frame(std::string_view disclosure) {
    const auto opened = open_disclosure(disclosure);
    if (!opened || opened->name != "frame") return base::Refusal{base::Reason::malformed, "record/frame"};
    return frame_from_json(opened->value);
}

}  // namespace hearth::record
