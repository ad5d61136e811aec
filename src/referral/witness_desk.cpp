#include "referral/witness_desk.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "record/cosignature.hpp"
#include "record/sha256.hpp"

namespace hearth::referral {

WitnessDesk::WitnessDesk(record::Store& store, const base::Signer& key, const base::Clock& clock, std::string name,
                         std::vector<record::VerifierKey> log_keys)
    : store_(store), key_(key), clock_(clock), name_(std::move(name)), log_keys_(std::move(log_keys)) {}

record::VerifierKey WitnessDesk::verifier_key() const { return {name_, record::VerifierKey::Type::cosignature, key_.public_key()}; }

WitnessDesk::Answer WitnessDesk::add_checkpoint(std::string_view body) {
    const auto request = record::parse_add_checkpoint(body);
    if (!request) return {};
    const auto kept = store_.witnessed(request->signed_checkpoint.checkpoint.origin);
    std::optional<record::LastWitnessed> last;
    if (kept) {
        const auto before = record::read_checkpoint(kept->checkpoint);
        if (!before) throw base::Fault("what was witnessed of " + request->signed_checkpoint.checkpoint.origin + " cannot be read");
        last = record::LastWitnessed{before->checkpoint.size, before->checkpoint.root};
    }
    const record::WitnessAnswer verdict = record::answer_add_checkpoint(*request, log_keys_, last);
    const std::uint64_t old_size = last ? last->size : 0;
    if (verdict == record::WitnessAnswer::accepted) return cosign(*request, old_size);
    return {verdict, {}, old_size};
}

WitnessDesk::Answer WitnessDesk::cosign(const record::AddCheckpoint& request, std::uint64_t old_size) {
    const record::SignedCheckpoint& asked = request.signed_checkpoint;
    const auto seconds = static_cast<std::uint64_t>(clock_.now().ms / 1000);
    const record::SignatureLine line = record::cosign(asked.note.text, name_, seconds, key_);
    record::Note kept = asked.note;
    kept.signatures.push_back(line);
    const bool is_first = store_.set_witnessed(asked.checkpoint.origin, old_size, {asked.checkpoint.size, record::to_string(kept)});
    if (is_first) return {record::WitnessAnswer::accepted, record::to_string(line), 0};
    // Another request of the same log came between; it now hears what stands.
    const auto now = store_.witnessed(asked.checkpoint.origin);
    return {record::WitnessAnswer::other_old_size, {}, now ? now->size : 0};
}

std::optional<std::string> WitnessDesk::last_checkpoint(std::string_view origin_hex) {
    const auto log = std::ranges::find_if(
        log_keys_, [&](const record::VerifierKey& key) { return base::hex(base::view(record::sha256(key.name))) == origin_hex; });
    if (log == log_keys_.end()) return std::nullopt;
    const auto kept = store_.witnessed(log->name);
    if (!kept) return std::nullopt;
    return kept->checkpoint;
}

}  // namespace hearth::referral
