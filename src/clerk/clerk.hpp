#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/effects.hpp"
#include "base/result.hpp"
#include "office/letter.hpp"
#include "office/office.hpp"
#include "record/store.hpp"

/// The one writer of an office: takes commands from any thread, asks the office, appends, applies, answers with receipts. The way
/// of an act through it is told in docs/life-of-an-act.md.
namespace hearth::clerk {

/// What follows from a command that was lawful and is now durable.
struct Acknowledged {
    base::MatterId matter;    // number 0: an act of the office itself
    std::string number;       // "NT-2026-0148"; empty for an act of the office itself
    std::string code;         // receipt code of the matter this command opened, "K7QM-3F9T-XW2D-8HVA"; else empty
    std::uint64_t first = 0;  // its entries in the record
    std::uint32_t count = 0;
    std::string receipt;           // file of docs/formats/receipt.md with the first of these acts, ready to be handed out
    std::string state;             // of the matter after it
    std::string due_day;           // last day of the running term, "2026-12-24"; empty: no term runs
    bool due_provisional = false;  // the working days of that year are not published yet: the day may still move
    base::OfficeId owner;          // who owes the next act; empty: the resident, or nobody
    bool repeated = false;         // the same key came before: nothing was added, this is the answer of then
};

/// The rules said yes, or the first rule that says no.
using Answer = base::Result<Acknowledged>;

/// What came of a command. Either there is an answer, or the machinery broke before anything of the command lasted (Fault): the
/// same command may be sent again with the same key.
class Outcome {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): an outcome is made by handing over the answer
    Outcome(Answer answer) : answer_(std::move(answer)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Outcome(std::exception_ptr fault) : fault_(std::move(fault)) {}

    [[nodiscard]] bool broke() const { return fault_ != nullptr; }
    /// The answer; throws the Fault when the machinery broke.
    [[nodiscard]] const Answer& answer() const {
        if (fault_) std::rethrow_exception(fault_);
        return *answer_;
    }

private:
    std::optional<Answer> answer_;
    std::exception_ptr fault_;
};

/// What makes a repeated command harmless: who sent it ("api", "control", "import/<map>", or the receipt code) and the key that
/// they chose. Same key with the same content gives the same answer again; with other content it is refused `conflict`
/// clerk/same_key_other_content. An empty key promises nothing.
struct Ticket {
    std::string account;
    std::string key;
    std::vector<record::PaperKey> papers =
        {};  // of the papers that the fields name, all of them and no other (`add_papers`); the clerk adds the entry
};

/// How a ticket is found in `record::Store::key`: hex SHA-256 of account, line feed, key.
std::string command_key(const Ticket& ticket);
/// Digest of what a command says, without what the clerk or the clock added. The ticket's key salts it, so that nobody guesses a
/// short text from the digest.
/// Refused as `base::canonical_json` says, since what cannot be written cannot be kept either.
base::Result<std::string> command_digest(const office::Command& command, const Ticket& ticket);

/// A receipt code under the ticket's own key, and back: whoever sends the same command again gets the same code, and nobody else
/// reads it, for the store keeps only the digest of the key. As good as the key is hard to guess; forms draw 128 bits.
std::string seal_code(const Ticket& ticket, const std::string& code, base::Randomness& randomness);
/// Empty when it is not that of this ticket.
std::string open_code(const Ticket& ticket, const std::string& sealed);

/// Content that the operator orders to be erased. An empty `name` means every field of that entry.
struct ErasureOrder {
    std::vector<record::Erasure> what;
    std::string ground;  // a word of the catalogue, "request" or "court_order": stands in the record, never personal
};

enum class ClockState {
    steady,
    settling,         // after an outage: acts of the clock wait until it has moved on evenly for some minutes
    ahead_of_record,  // the wall clock left the last act by more than the span: acts of the clock stand still
    behind_record     // the wall clock is before the last act: acts take that act's time
};

/// How the office does, for its operator.
struct Health {
    bool serving = false;
    std::string trouble;        // id of the last trouble for the catalogue, "clerk/store_refused"; empty: none
    std::string trouble_words;  // what happened, in plain words for the operator
    std::size_t queued = 0;
    std::uint64_t size = 0;  // entries in the record
    std::uint64_t batches = 0;
    std::size_t open_matters = 0;
    ClockState clock = ClockState::steady;
    std::uint64_t served_size = 0;                 // size of the checkpoint that strangers are served
    std::map<std::string, std::string> witnesses;  // name -> "cosigned 1234", or why not
};

/// What a clerk works with; all of it outlives the clerk.
struct Tools {
    record::Store& store;
    const base::Signer& signer;
    const base::Clock& clock;
    base::Randomness& randomness;
};

/// What the installation says of an office, as its clerk needs it.
struct Settings {
    office::OfficeProfile profile;
    std::shared_ptr<const procedure::Ruleset> rules;
    std::string origin;                                // "<public host>/o/<office>"; also the name of the key
    std::filesystem::path checkpoint_file;             // the copy outside the database; empty: none is kept
    std::filesystem::path clock_file;                  // when the clock was last in order; empty: not kept
    std::map<base::OfficeId, base::Bytes32> box_keys;  // X25519 keys to which sealed fields are encrypted
    std::int64_t clock_span_ms = 86'400'000;           // beyond it, the clock is believed only as clock_guard.hpp says
    std::int64_t outage_ms = 10LL * 86'400'000;        // how long this office may have been switched off
    std::function<bool()> is_clock_held;               // by a network time service; empty: nobody knows
    std::size_t batch_max = 512;
};

/// Promise: nothing is answered before it is durable; nothing durable is lost or doubled; one order for all. After a definite
/// failure of the store the waiting commands are told and the next batch is tried anew; after an unknown outcome the clerk
/// reopens, reads, and settles every command before it answers; in doubt about the record itself it stops and says so.
/// Not here: what is lawful (office decides), HTTP (web), where files lie (cli).
class Clerk {
public:
    /// Reads the office from the store. Throws Fault when store and record do not fit together.
    Clerk(Tools tools, Settings settings);
    /// Lets the running batch end and answers the rest with a Fault.
    ~Clerk();
    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;

    /// Any thread. `command.received_at` is the legal time and must be set by the caller. `done` is called once, from the
    /// writer's thread or, when the door already refuses, from the caller's; it must not wait for this clerk.
    void submit(office::Command command, const Ticket& ticket, std::move_only_function<void(Outcome)> done);
    Outcome submit_and_wait(office::Command command, const Ticket& ticket = {});
    /// An act `erased` of the office, and the content is gone with the same commit.
    Outcome erase_and_wait(ErasureOrder order);
    /// Any thread: a letter of another office, whose sender and wholeness the carrier has checked. Its answer carries our receipt,
    /// the same again for the same letter. Refused `out_of_order` referral/gap with the number that is expected, `conflict`
    /// referral/other_letter (another one had this number) and referral/held_here, `not_found` office/procedure.
    void receive(office::Delivery delivery, std::move_only_function<void(Outcome)> done);
    /// Called from the writer's thread when letters wait to be carried. Once this returns, the one told before is not called.
    void on_letters(std::function<void()> told);
    /// Called when something was put into the outbox. Likewise.
    void on_notices(std::function<void()> told);
    /// Looks at every clock now instead of at the next second; returns once that and everything submitted before is done.
    void tick();

    [[nodiscard]] Health health() const;
    /// The newest signed checkpoint, and the one that strangers are served: with the lines of witnesses, and only up to the last
    /// publication hour where the pack sets hours. Tiles are served up to the size of `served_checkpoint`.
    [[nodiscard]] std::string checkpoint() const;
    [[nodiscard]] std::string served_checkpoint() const;
    /// Takes over a checkpoint with the lines of witnesses; kept in the store. One smaller than what is served is passed over.
    void serve_checkpoint(const std::string& cosigned);
    /// Called from the writer's thread with each checkpoint that strangers may see: after each commit, or at the hours of the
    /// pack, and at once with the one that is served now. Whoever is told asks the witnesses and then calls `serve_checkpoint`;
    /// with nobody to tell, it is served at once. Once this returns, the one told before is not called any more.
    void on_publish(std::function<void(const std::string& checkpoint)> told);
    void report_witness(const std::string& name, const std::string& state);

    /// For pages and the command line; never change while the clerk lives.
    [[nodiscard]] const office::OfficeProfile& profile() const;
    [[nodiscard]] const procedure::Ruleset& rules() const;
    [[nodiscard]] std::shared_ptr<const procedure::Ruleset> shared_rules() const;
    [[nodiscard]] const std::string& origin() const;
    [[nodiscard]] record::Store& store() const;
    /// A copy of a matter as it stands after the last commit, also when it is quiet.
    [[nodiscard]] std::optional<matter::Matter> matter(base::MatterId id) const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace hearth::clerk
