#include "clerk/receipts.hpp"

#include "base/check.hpp"
#include "base/fault.hpp"
#include "matter/fold.hpp"
#include "record/checkpoint.hpp"
#include "record/receipt.hpp"
#include "record/stored_tree.hpp"
#include "record/tlog_proof.hpp"

namespace hearth::clerk {

namespace {

/// An entry as far as a receipt shows it.
struct Shown {
    std::string leaf;
    std::string frame;
    const std::vector<record::SealedField>* content;
};

/// A resident may see all that she wrote; a post hands out what the parties may see. Ciphertext is of no use to anybody here.
bool may_show(const record::SealedField& field, bool is_residents_own) {
    return field.klass == "public" || field.klass == "parties" || (is_residents_own && field.klass == "body");
}

std::vector<std::string> disclosures_of(const Shown& entry) {
    std::vector<std::string> shown{entry.frame};
    const auto frame = record::open_frame(entry.frame);
    // With a receipt for a letter one office shows the other that it has it, not what the letter says.
    if (frame && matter::is_letter(*frame)) return shown;
    const bool is_residents_own = frame && frame->by.kind == record::Actor::Kind::resident;
    for (const record::SealedField& field : *entry.content) {
        if (may_show(field, is_residents_own)) shown.push_back(field.disclosure);
    }
    return shown;
}

std::string write(const Acknowledged& told, const Head& head, const Shown& entry, record::Proof proof) {
    record::Receipt receipt;
    receipt.matter = told.number;
    if (!told.code.empty()) receipt.code = told.code;
    receipt.key = keys_of(head.signatory()).back();
    receipt.leaf = entry.leaf;
    receipt.disclosures = disclosures_of(entry);
    receipt.proof = record::to_string(record::TlogProof{std::nullopt, told.first, std::move(proof), head.checkpoint()});
    return record::to_string(receipt);
}

}  // namespace

std::uint64_t size_of_checkpoint(const std::string& checkpoint) {
    if (checkpoint.empty()) return 0;
    const auto read = record::read_checkpoint(checkpoint);
    return read ? read->checkpoint.size : 0;
}

std::string receipt_for(const Acknowledged& told, const Head& head, record::Store& store, const record::Batch& written) {
    if (told.first >= written.first) {
        const std::size_t place = told.first - written.first;
        HEARTH_CHECK(place < written.entries.size());
        const record::Entry& entry = written.entries[place];
        return write(told, head, {entry.leaf, entry.frame, &entry.content}, head.tree().inclusion_proof(told.first));
    }
    const auto entries = store.entries(told.first, 1, true);
    if (entries.empty()) throw base::Fault("entry " + std::to_string(told.first) + " is missing");
    const record::StoredEntry& entry = entries.front();
    auto proof = record::stored_inclusion(store, told.first, head.size());
    if (!proof) throw base::Fault("a tile of the record is missing: " + to_string(proof.error()));
    return write(told, head, {entry.leaf, entry.frame, &entry.content}, std::move(*proof));
}

}  // namespace hearth::clerk
