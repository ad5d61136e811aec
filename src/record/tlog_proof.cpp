#include "record/tlog_proof.hpp"

#include "record/lines.hpp"

namespace hearth::record {

std::string to_string(const TlogProof& proof) {
    std::string text(k_tlog_proof_head);
    text += "\n";
    if (proof.extra) text += "extra " + base::base64(*proof.extra) + "\n";
    text += "index " + std::to_string(proof.index) + "\n";
    for (const base::Bytes32& hash : proof.hashes) text += base::base64(base::view(hash)) + "\n";
    return text + "\n" + proof.checkpoint;
}

base::Result<TlogProof> parse_tlog_proof(std::string_view text) {
    std::size_t number = 1;
    const auto refused = [&] { return base::Refusal{base::Reason::malformed, "record/tlog_proof", {}, std::to_string(number)}; };
    TlogProof proof;
    auto line = take_line(text);
    if (line != k_tlog_proof_head) return refused();
    ++number;
    line = take_line(text);
    if (const auto extra = after_word(line.value_or(""), "extra")) {
        const auto bytes = base::from_base64(*extra);
        if (!bytes) return refused();
        proof.extra = *bytes;
        ++number;
        line = take_line(text);
    }
    const auto index = after_word(line.value_or(""), "index").and_then(parse_decimal);
    if (!index) return refused();
    proof.index = *index;
    while (true) {
        ++number;
        line = take_line(text);
        if (!line || proof.hashes.size() > k_proof_hashes_max) return refused();
        if (line->empty()) break;
        const auto hash = base::from_base64(*line).and_then(base::to_bytes32);
        if (!hash) return refused();
        proof.hashes.push_back(*hash);
    }
    proof.checkpoint = text;
    return proof;
}

}  // namespace hearth::record
