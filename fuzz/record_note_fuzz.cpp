// Whatever the readers of notes, keys, checkpoints, proofs, receipts, policies and witness requests take, is written back as it
// was.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "record/receipt.hpp"
#include "record/tlog_policy.hpp"
#include "record/tlog_proof.hpp"
#include "record/witness_rules.hpp"

using namespace hearth::record;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto note = parse_note(text)) {
        HEARTH_CHECK(to_string(*note) == text);
        (void)verify_note(*note, {});
    }
    if (const auto key = parse_key(text)) HEARTH_CHECK(key->text() == text);
    if (const auto checkpoint = parse_checkpoint(text)) HEARTH_CHECK(to_string(*checkpoint) == text);
    if (const auto proof = parse_tlog_proof(text)) HEARTH_CHECK(to_string(*proof) == text);
    if (const auto receipt = parse_receipt(text)) HEARTH_CHECK(to_string(*receipt) == text);
    if (const auto request = parse_add_checkpoint(text)) HEARTH_CHECK(to_string(*request) == text);
    if (const auto policy = TlogPolicy::parse(text)) (void)policy->is_quorate(policy->keys());
    return 0;
}
