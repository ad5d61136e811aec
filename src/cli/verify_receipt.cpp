#include <algorithm>

#include "base/bytes.hpp"
#include "clerk/papers.hpp"
#include "cli/verify_record.hpp"
#include "record/sha256.hpp"
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

/// A photo is kept without what it tells beside the picture, so the file that its owner still has may be proved by what was kept of
/// it.
void compare_paper(Verdict& verdict, const HeldPaper& held, const std::vector<clerk::KeptPaper>& named) {
    const auto is_named = [&](std::string_view bytes) {
        const std::string digest = base::hex(base::view(record::sha256(bytes)));
        return std::ranges::any_of(named, [&](const auto& paper) { return paper.digest == digest && paper.bytes == bytes.size(); });
    };
    const auto kept = clerk::kept_of(held.bytes);
    if (is_named(held.bytes)) {
        verdict.say("paper", held.name + ": byte for byte the one that was handed in");
    } else if (kept && is_named(*kept)) {
        verdict.say("paper", held.name + ": the picture is the one that was handed in; what the file tells beside it was not kept");
    } else {
        verdict.fail("paper", held.name + ": the receipt names no such paper");
    }
}

void compare_papers(Verdict& verdict, const std::vector<HeldPaper>& held, const record::ProvedReceipt& proved) {
    std::vector<clerk::KeptPaper> named;
    for (const record::Disclosed& disclosed : proved.disclosed) {
        for (clerk::KeptPaper& paper : clerk::papers_in(disclosed.value)) named.push_back(std::move(paper));
    }
    for (const HeldPaper& paper : held) compare_paper(verdict, paper, named);
}

Verdict verify_own(const record::Receipt& receipt, const std::vector<HeldPaper>& papers, const Trust& trust,
                   const CheckpointMemory& memory) {
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
    compare_papers(verdict, papers, *proved);
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

Verdict verify_receipt(const std::string& text, const Beside& beside, const Trust& trust, const CheckpointMemory& memory) {
    Verdict unreadable;
    if (text.starts_with(record::k_tlog_proof_head)) {
        const auto proof = record::parse_tlog_proof(text);
        if (proof) return verify_plain(*proof, beside.entry, trust, memory);
        unreadable.fail("proof", in_words(proof.error()));
        return unreadable;
    }
    const auto receipt = record::parse_receipt(text);
    if (receipt) return verify_own(*receipt, beside.papers, trust, memory);
    unreadable.fail("receipt", in_words(receipt.error()));
    return unreadable;
}

}  // namespace hearth::cli
