#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "clerk/clerk.hpp"
#include "office/office.hpp"
#include "record/store.hpp"

/// One batch while it is being decided: acts on an overlay of the office, and all rows that will be made durable with them.
namespace hearth::clerk {

/// What somebody wants, as it waits its turn.
struct Wanted {
    std::variant<office::Command, ErasureOrder> what;
    std::string key;  // as the store keeps it; empty: no promise on repetition
    std::string digest;
    std::vector<record::PaperKey> papers;
};

/// What a command will be answered once the batch is durable. The receipt is added then, for it needs the new checkpoint.
struct Verdict {
    Answer answer;
    bool is_recorded = false;  // entries [first, first + count) of this batch or an earlier one answer it
};

class Draft {
public:
    /// `now` is the one instant of the batch. Everything handed over outlives the draft.
    Draft(const office::Office& office, record::Store& store, base::Randomness& randomness, base::Instant now, std::uint64_t first);

    /// Decides one command and, when it is lawful, applies its acts to the overlay.
    Verdict decide(const Wanted& wanted);
    /// Lets the term of a matter end, if it still has one that ended by `wall`.
    void expire(base::MatterId id);
    /// Matters whose term ended by `at`, at most `limit`.
    [[nodiscard]] std::vector<base::MatterId> expired(base::Instant at, std::size_t limit) const {
        return overlay_.expired(at, limit);
    }
    /// An act `erased` by clock or operator.
    void erase(const std::vector<record::Erasure>& what, const std::string& ground, record::Actor::Kind by);
    void add_office_act(std::string_view act, record::Actor::Kind by, base::Json facts);

    [[nodiscard]] bool is_empty() const { return batch_.entries.empty(); }
    [[nodiscard]] std::uint64_t next_index() const { return batch_.first + batch_.entries.size(); }
    /// Adds what follows from the whole batch: rows of changed matters and the state of the office.
    record::Batch& finish();
    [[nodiscard]] record::Batch& batch() { return batch_; }
    [[nodiscard]] office::Office& overlay() { return overlay_; }

private:
    Verdict decide_command(const office::Command& wanted);
    Verdict decide_order(const ErasureOrder& order);
    Verdict decide_office_act(const office::Command& command);
    std::optional<Verdict> answered_before(const Wanted& wanted);
    void load(const office::Command& command, office::Facts& facts);
    void add(record::Act act);
    void end_retention(const record::Frame& frame, const std::string& state_before);
    base::ActId draw_act_id();
    Acknowledged told(base::MatterId matter, std::uint64_t first) const;

    record::Store& store_;
    base::Randomness& randomness_;
    base::Instant now_;
    office::Office overlay_;
    record::Batch batch_;
    std::map<std::string, std::pair<std::string, Acknowledged>> keys_;  // of this batch: key -> digest and answer
};

/// A matter as it lies in the store, also when it is quiet.
std::optional<matter::Matter> stored_matter(record::Store& store, base::MatterId id);

/// What an earlier batch answered, read back from the store: same entries, same code while it has not been erased.
Acknowledged answer_of_then(record::Store& store, const office::Office& office, std::uint64_t first, std::uint32_t count);

}  // namespace hearth::clerk
