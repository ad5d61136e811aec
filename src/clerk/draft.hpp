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
    std::variant<office::Command, ErasureOrder, office::Delivery> what;
    Ticket ticket;
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
    /// `origin` is the name of the record.
    Draft(const office::Office& office, record::Store& store, base::Randomness& randomness, base::Instant now, std::uint64_t first,
          std::string origin);

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
    void add_office_act(std::string_view act, record::Actor by, base::Json facts);
    /// Tells the office above that this one still works; and opens a watch over each office below that is not heard any more, once
    /// `may_judge`: letters that waited have had time to come in.
    void keep_in_touch(bool may_judge);

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

    // Letters: draft_letters.cpp and draft_receiving.cpp
    void follow_up(base::MatterId id, std::uint64_t entry);
    void tell_of_term(base::MatterId id, const std::optional<base::Instant>& told, const base::OfficeId& passed_to);
    void write_letter(office::Letter letter, base::MatterId about);
    std::vector<office::FiledAct> file_of(base::MatterId id);
    void forward_erasures(const std::vector<record::Erasure>& what, const std::string& ground);
    Verdict receive(const office::Delivery& delivery);
    std::optional<Verdict> received_before(const office::Delivery& delivery);
    base::Result<record::Frame> frame_of(const office::Delivery& delivery);
    base::Result<record::Frame> custody_frame(const office::Letter& letter);
    record::Frame news_frame(const office::Letter& letter);
    void follow_up_letter(const office::Letter& letter, const record::Frame& frame);
    void erase_copies(const office::Letter& letter, base::MatterId id);
    void end_watch(const base::OfficeId& about, const std::string& code);
    const matter::Matter* matter_with_code(const std::string& code);
    record::Act act_of(record::Frame frame);

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
    std::string origin_;
    std::map<std::string, std::pair<std::string, Acknowledged>> keys_;  // of this batch: key -> digest and answer
};

/// A matter as it lies in the store, also when it is quiet.
std::optional<matter::Matter> stored_matter(record::Store& store, base::MatterId id);

/// What an earlier batch answered, read back from the store; without the code that it gave.
Acknowledged answer_of_then(record::Store& store, const office::Office& office, std::uint64_t first, std::uint32_t count);

}  // namespace hearth::clerk
