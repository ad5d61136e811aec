#include "cli/verify_record.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace hearth::cli {

namespace {

using record::Examined;
using record::TileName;

/// The sum of what was found in all rows.
struct Totals {
    std::uint64_t shown = 0;
    std::uint64_t withheld = 0;
    std::uint64_t flaws = 0;
    std::vector<record::Flaw> first_flaws;  // by index, as many as are told

    void add(const record::Flaw& flaw) {
        constexpr std::size_t k_told = 10;
        ++flaws;
        if (first_flaws.size() < k_told) first_flaws.push_back(flaw);
    }
};

/// Walks a record row by row: reading here, examining on other threads, rebuilding the tree here again in order.
class Walk {
public:
    Walk(RecordSource& source, std::uint64_t size, std::optional<std::uint64_t> remembered)
        : source_(source),
          size_(size),
          tree_([this](int level,
                       std::uint64_t number) { return source_.tile({level, number, record::tile_width(level, number, size_)}); },
                remembered) {}

    /// Refused at the first row that is not whole; what was read up to there is examined all the same.
    base::Result<base::Done> run() {
        std::optional<base::Refusal> broken_off;
        const std::size_t ahead = std::max(2U, std::thread::hardware_concurrency());
        for (std::uint64_t number = 0; number * record::k_tile_width < size_ && !broken_off; ++number) {
            auto row = source_.row({std::nullopt, number, record::tile_width(0, number, size_)});
            broken_off = row.broken_off;
            if (broken_off) broken_at_ = number * record::k_tile_width + row.entries.size();
            examined_.push_back(std::async(std::launch::async, [number, row = std::move(row)] {
                return record::examine(number * record::k_tile_width, row.entries);
            }));
            if (examined_.size() >= ahead) take_next();
        }
        while (!examined_.empty()) take_next();
        if (!broken_off) tree_.finish();
        for (const record::Flaw& flaw : tree_.flaws()) totals_.add(flaw);
        if (broken_off) return *broken_off;
        return base::Done{};
    }

    [[nodiscard]] const Totals& totals() const { return totals_; }
    [[nodiscard]] const record::TreeRebuilder& tree() const { return tree_; }
    [[nodiscard]] std::uint64_t broken_at() const { return broken_at_; }

private:
    void take_next() {
        const Examined next = examined_.front().get();
        examined_.pop_front();
        totals_.shown += next.shown;
        totals_.withheld += next.withheld;
        for (const record::Flaw& flaw : next.flaws) totals_.add(flaw);
        tree_.add(next.hashes);
    }

    RecordSource& source_;
    std::uint64_t size_;
    record::TreeRebuilder tree_;
    std::deque<std::future<Examined>> examined_;
    Totals totals_;
    std::uint64_t broken_at_ = 0;
};

void name_first_bad(Verdict& verdict, std::uint64_t index) {
    verdict.first_bad = std::min(verdict.first_bad.value_or(index), index);
}

void say_flaws(Verdict& verdict, const Totals& totals) {
    for (const record::Flaw& flaw : totals.first_flaws) {
        name_first_bad(verdict, flaw.index);
        verdict.fail("entry " + grouped(flaw.index), in_words({base::Reason::malformed, flaw.rule, {}, flaw.detail}));
    }
    if (totals.flaws > totals.first_flaws.size()) {
        verdict.fail("more", grouped(totals.flaws - totals.first_flaws.size()) + " further flaws");
    }
}

void say_root(Verdict& verdict, const Walk& walk, const record::Checkpoint& checkpoint) {
    const std::string root = base::base64(base::view(checkpoint.root));
    if (walk.tree().root() == checkpoint.root) {
        verdict.say("root", root + ": recomputed from the entries, equal to the checkpoint");
    } else {
        verdict.fail("root", "the entries give " + base::base64(base::view(walk.tree().root())) + ", the checkpoint says " + root);
    }
    const std::uint64_t tiles = walk.tree().tiles_compared();
    if (walk.tree().flaws().empty()) verdict.say("tiles", grouped(tiles) + " compared, all hold the hashes of the entries");
}

void say_disclosures(Verdict& verdict, const Totals& totals, bool are_there) {
    if (!are_there) {
        verdict.say("disclosures",
                    "none lie beside served tiles; " + grouped(totals.withheld) + " digests, each redacted here or a decoy");
        return;
    }
    const auto tampered =
        std::ranges::count_if(totals.first_flaws, [](const auto& flaw) { return flaw.rule.starts_with("record/disclosure"); });
    std::string words = grouped(totals.shown) + " shown and true, " + grouped(totals.withheld) + " redacted or decoys";
    if (tampered == 0) {
        verdict.say("disclosures", words + ", none tampered with");
    } else {
        verdict.fail("disclosures", words + ", some TAMPERED with");
    }
}

void compare_with_memory(Verdict& verdict, const Walk& walk, const record::Checkpoint& checkpoint,
                         const std::optional<CheckpointMemory::Seen>& seen) {
    if (!seen) {
        verdict.say("memory", "the first time that this record is verified here; remembered when all holds");
    } else if (seen->size > checkpoint.size) {
        verdict.fail("memory",
                     "this record had " + grouped(seen->size) + " entries when it was verified here before: entries are gone");
        name_first_bad(verdict, checkpoint.size);
    } else if (walk.tree().remembered_root() == seen->root) {
        verdict.say("memory", "begins with the same " + grouped(seen->size) + " entries as when it was verified here before");
    } else {
        verdict.fail("memory", "the first " + grouped(seen->size) +
                                   " entries are not those that were verified here before: the past was rewritten");
    }
}

void compare_key(Verdict& verdict, const record::VerifierKey& signer, const std::optional<CheckpointMemory::Seen>& seen,
                 const Trust& trust) {
    if (!seen || seen->key == signer.text() || trust.policy || trust.key) return;
    verdict.fail("key", "another key than the last time signed; confirm the new one with --key or --policy");
}

}  // namespace

Verdict verify_record(RecordSource& source, const Trust& trust, CheckpointMemory& memory) {
    Verdict verdict;
    const auto read = record::read_checkpoint(source.checkpoint());
    if (!read) {
        verdict.fail("checkpoint", in_words(read.error()));
        return verdict;
    }
    const record::Checkpoint& checkpoint = read->checkpoint;
    verdict.say("record", "of " + checkpoint.origin);
    const auto signer = say_who_signed(verdict, *read, source.key(), trust);
    const auto seen = memory.seen(checkpoint.origin);
    if (signer) compare_key(verdict, *signer, seen, trust);

    Walk walk(source, checkpoint.size, seen ? std::optional(seen->size) : std::nullopt);
    const auto walked = walk.run();
    if (!walked) {
        name_first_bad(verdict, walk.broken_at());
        verdict.fail("entries",
                     "only " + grouped(walk.broken_at()) + " of " + grouped(checkpoint.size) + ": " + in_words(walked.error()));
    } else {
        verdict.say("entries", grouped(checkpoint.size) + ", every one of them read");
        say_root(verdict, walk, checkpoint);
        compare_with_memory(verdict, walk, checkpoint, seen);
    }
    say_disclosures(verdict, walk.totals(), source.has_disclosures());
    say_flaws(verdict, walk.totals());
    if (verdict.holds() && signer) memory.remember(checkpoint.origin, {checkpoint.size, checkpoint.root, signer->text()});
    return verdict;
}

}  // namespace hearth::cli
