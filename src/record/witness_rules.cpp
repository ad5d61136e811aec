#include "record/witness_rules.hpp"

#include <algorithm>
#include <vector>

#include "record/lines.hpp"

namespace hearth::record {

namespace {

constexpr std::size_t k_proof_lines_max = 63;

/// Signatures of unknown keys are passed over; one by a trusted key that is wrong does not spoil another that is right.
bool is_signed_by_any(const Note& note, std::span<const VerifierKey> keys) {
    return std::ranges::any_of(keys, [&](const VerifierKey& key) { return verify_note(note, {&key, 1}).has_value(); });
}

bool is_consistent(const AddCheckpoint& request, const std::optional<LastWitnessed>& last) {
    const Checkpoint& checkpoint = request.signed_checkpoint.checkpoint;
    if (checkpoint.size == 0 && checkpoint.root != empty_root()) return false;
    if (request.old_size == 0) return request.proof.empty();
    return verify_consistency(last->size, checkpoint.size, last->root, checkpoint.root, request.proof).has_value();
}

}  // namespace

base::Result<AddCheckpoint> parse_add_checkpoint(std::string_view body) {
    std::size_t number = 1;
    const auto refused = [&] {
        return base::Refusal{base::Reason::malformed, "record/add_checkpoint", {}, std::to_string(number)};
    };
    AddCheckpoint request;
    const auto old_size =
        take_line(body).and_then([](std::string_view line) { return after_word(line, "old"); }).and_then(parse_decimal);
    if (!old_size) return refused();
    request.old_size = *old_size;
    while (true) {
        ++number;
        const auto line = take_line(body);
        if (!line) return refused();
        if (line->empty()) break;
        const auto hash = base::from_base64(*line).and_then(base::to_bytes32);
        if (!hash || request.proof.size() == k_proof_lines_max) return refused();
        request.proof.push_back(*hash);
    }
    HEARTH_TRY(signed_checkpoint, read_checkpoint(body));
    request.signed_checkpoint = std::move(signed_checkpoint);
    return request;
}

std::string to_string(const AddCheckpoint& request) {
    std::string body = "old " + std::to_string(request.old_size) + "\n";
    for (const base::Bytes32& hash : request.proof) body += base::base64(base::view(hash)) + "\n";
    return body + "\n" + to_string(request.signed_checkpoint.note);
}

WitnessAnswer answer_add_checkpoint(const AddCheckpoint& request, std::span<const VerifierKey> log_keys,
                                    const std::optional<LastWitnessed>& last) {
    const Checkpoint& checkpoint = request.signed_checkpoint.checkpoint;
    std::vector<VerifierKey> keys;
    std::ranges::copy_if(log_keys, std::back_inserter(keys), [&](const VerifierKey& key) { return key.name == checkpoint.origin; });
    if (keys.empty()) return WitnessAnswer::unknown_origin;
    if (!is_signed_by_any(request.signed_checkpoint.note, keys)) return WitnessAnswer::not_signed;
    if (request.old_size > checkpoint.size) return WitnessAnswer::malformed;
    if (request.old_size != (last ? last->size : 0)) return WitnessAnswer::other_old_size;
    if (!is_consistent(request, last)) return WitnessAnswer::not_consistent;
    return WitnessAnswer::accepted;
}

}  // namespace hearth::record
