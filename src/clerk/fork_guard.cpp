#include "clerk/fork_guard.hpp"

#include "base/fault.hpp"
#include "record/checkpoint.hpp"
#include "record/stored_tree.hpp"

namespace hearth::clerk {

namespace {

constexpr const char* k_what_to_do =
    ". Nothing is signed. Restore a newer backup; if there is none, open a new origin that says what is missing: "
    "hearth new-origin OFFICE --because \"...\"";

void compare(const record::Checkpoint& outside, const std::string& where, record::Store& store, const Head& head) {
    const std::string sizes = std::to_string(outside.size) + " entries, this database " + std::to_string(head.size());
    if (outside.size > head.size()) {
        throw base::Fault(where + " has seen " + sizes + ": it is an older copy, " + std::to_string(outside.size - head.size()) +
                          " entries are missing" + k_what_to_do);
    }
    const auto root = record::stored_root(store, outside.size);
    if (!root) throw base::Fault("a tile of the record is missing: " + to_string(root.error()));
    if (*root != outside.root) {
        throw base::Fault(where + " has seen " + sizes + ", and they do not continue what was seen there" + k_what_to_do);
    }
}

}  // namespace

void refuse_to_fork(record::Store& store, const Head& head, const std::vector<record::VerifierKey>& our_keys,
                    const std::vector<Outside>& found) {
    for (const Outside& outside : found) {
        if (outside.checkpoint.empty()) continue;
        const auto read = record::read_checkpoint(outside.checkpoint);
        if (!read || read->checkpoint.origin != head.signatory().origin) continue;
        if (!record::verify_note(read->note, our_keys)) continue;
        compare(read->checkpoint, outside.where, store, head);
    }
}

}  // namespace hearth::clerk
