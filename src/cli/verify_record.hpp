#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/checkpoint_memory.hpp"
#include "cli/record_source.hpp"
#include "record/tlog_policy.hpp"

namespace hearth::cli {

/// Whom the person who verifies trusts; without either, the key that comes with the record is used and said to be unconfirmed.
struct Trust {
    std::optional<record::TlogPolicy> policy;
    std::optional<record::VerifierKey> key;
};

/// What was proved and what was not, in plain words.
struct Verdict {
    struct Line {
        bool holds = true;
        std::string about;  // "entries", "root", ..
        std::string words;
    };
    std::vector<Line> lines;
    std::optional<std::uint64_t> first_bad;  // index of the first entry that something is wrong with, when one can be named

    void say(std::string about, std::string words) { lines.push_back({true, std::move(about), std::move(words)}); }
    void fail(std::string about, std::string words) { lines.push_back({false, std::move(about), std::move(words)}); }
    [[nodiscard]] bool holds() const;
};

/// The whole record: every entry, the tree over them, tiles, signatures, and that it continues what was seen before.
Verdict verify_record(RecordSource& source, const Trust& trust, CheckpointMemory& memory);

/// A paper that its holder says was handed in with an act.
struct HeldPaper {
    std::string name;
    std::string bytes;
};

/// What lies beside a receipt.
struct Beside {
    std::optional<std::string> entry;  // the bytes that a plain tlog-proof speaks of
    std::vector<HeldPaper> papers;     // each must be one that the receipt names
};

/// A receipt or a plain tlog-proof.
Verdict verify_receipt(const std::string& text, const Beside& beside, const Trust& trust, const CheckpointMemory& memory);

/// A refusal of record/ in plain words.
std::string in_words(const base::Refusal& refusal);

/// "12,345".
std::string grouped(std::uint64_t number);

/// Says whose signature is under the checkpoint, and gives that key; nothing when nobody vouches for it. `offered` is the key that
/// comes with what is verified.
std::optional<record::VerifierKey> say_who_signed(Verdict& verdict, const record::SignedCheckpoint& signed_checkpoint,
                                                  const std::string& offered, const Trust& trust);

}  // namespace hearth::cli
