#include "cli/verify_record.hpp"
#include "record/tlog_proof.hpp"

namespace hearth::cli {

namespace {

void compare_with_memory(Verdict& verdict, const record::Checkpoint& checkpoint, const CheckpointMemory& memory) {
    const auto seen = memory.seen(checkpoint.origin);
    if (!seen || seen->size != checkpoint.size) return;
    if (seen->root == checkpoint.root) {
        verdict.say("memory", "the record of this checkpoint was verified here before");
    } else {
        verdict.fail("memory", "the record verified here before had another root at the same size: there are two records");
    }
}

void say_disclosed(Verdict& verdict, const record::ProvedReceipt& proved) {
    for (const record::Disclosed& disclosed : proved.disclosed) {
        verdict.say("shown", disclosed.name + " = " + base::canonical_json(disclosed.value).value());
    }
    verdict.say("withheld", grouped(proved.withheld) + " digests are redacted here, or decoys");
}

Verdict verify_own(const record::Receipt& receipt, const Trust& trust, const CheckpointMemory& memory) {
    Verdict verdict;
    verdict.say("receipt", "for " + (receipt.matter.empty() ? std::string("an act of the office") : "matter " + receipt.matter));
    const auto proved = record::prove(receipt);
    if (!proved) {
        verdict.fail("proof", in_words(proved.error()));
        return verdict;
    }
    const record::Checkpoint& checkpoint = proved->signed_checkpoint.checkpoint;
    verdict.say("entry", grouped(proved->index) + " of " + grouped(checkpoint.size) + " in the record of " + checkpoint.origin +
                             ", dated " + proved->date);
    say_who_signed(verdict, proved->signed_checkpoint, receipt.key.text(), trust);
    compare_with_memory(verdict, checkpoint, memory);
    say_disclosed(verdict, *proved);
    return verdict;
}

base::Result<record::SignedCheckpoint> prove_entry(const record::TlogProof& proof, const std::string& entry) {
    HEARTH_TRY(signed_checkpoint, record::read_checkpoint(proof.checkpoint));
    const record::Checkpoint& checkpoint = signed_checkpoint.checkpoint;
    HEARTH_TRY(included,
               record::verify_inclusion(proof.index, checkpoint.size, record::leaf_hash(entry), proof.hashes, checkpoint.root));
    (void)included;
    return signed_checkpoint;
}

Verdict verify_plain(const record::TlogProof& proof, const std::optional<std::string>& entry, const Trust& trust,
                     const CheckpointMemory& memory) {
    Verdict verdict;
    if (!entry) {
        verdict.fail("proof", "a plain proof does not hold its entry; name the file that does with --entry");
        return verdict;
    }
    const auto proved = prove_entry(proof, *entry);
    if (!proved) {
        verdict.fail("proof", in_words(proved.error()));
        return verdict;
    }
    verdict.say("entry", grouped(proof.index) + " of " + grouped(proved->checkpoint.size) + " in the record of " +
                             proved->checkpoint.origin);
    say_who_signed(verdict, *proved, "", trust);
    compare_with_memory(verdict, proved->checkpoint, memory);
    return verdict;
}

}  // namespace

Verdict verify_receipt(const std::string& text, const std::optional<std::string>& entry, const Trust& trust,
                       const CheckpointMemory& memory) {
    Verdict unreadable;
    if (text.starts_with(record::k_tlog_proof_head)) {
        const auto proof = record::parse_tlog_proof(text);
        if (proof) return verify_plain(*proof, entry, trust, memory);
        unreadable.fail("proof", in_words(proof.error()));
        return unreadable;
    }
    const auto receipt = record::parse_receipt(text);
    if (receipt) return verify_own(*receipt, trust, memory);
    unreadable.fail("receipt", in_words(receipt.error()));
    return unreadable;
}

}  // namespace hearth::cli
