#include "sim/simulator.hpp"

#include <algorithm>
#include <future>

#include "clerk/ceremony.hpp"
#include "cli/demo/play.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fixed_signer.hpp"
#include "tests/support/proof.hpp"

namespace hearth::sim {
namespace {

using cli::demo::Dice;

constexpr std::int64_t k_minute_ms = 60'000;
constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::int64_t k_start_ms = 1'772'000'000'000;  // 2026-02-25, within the published calendar

/// One office, its people, and everything that is wrong with them.
class Simulator {
public:
    Simulator(std::uint64_t seed, std::shared_ptr<const procedure::Ruleset> rules)
        : dice_(seed), town_(cli::demo::shipped_town("hearth.example")), clock_(base::Instant{k_start_ms}), randomness_(seed + 1) {
        const cli::OfficeConfig& config = town_.offices.front().config;
        settings_.profile = {config.id, config.above, config.prefix, {}};
        settings_.rules = std::move(rules);
        settings_.origin = config.origin();
        settings_.clock_span_ms = 1000 * k_day_ms;
        settings_.batch_max = 1 + dice_.roll(64);
        const clerk::Signatory signatory{settings_.origin, {&signer_}};
        clerk::perform(tools(), settings_, signatory, clerk::Head::Trust::own_checkpoint, "office_opened",
                       clerk::opened_facts(settings_, signatory));
        clerk_ = std::make_unique<clerk::Clerk>(tools(), settings_);
    }

    Simulated run(int steps) {
        for (int i = 0; i < steps && told_.fault.empty(); ++i) step();
        if (told_.fault.empty())
            told_.fault = tests::first_fault(store_, settings_.origin, signer_, settings_.profile, settings_.rules);
        told_.matters = matters_;
        return told_;
    }

private:
    clerk::Tools tools() { return {store_, signer_, clock_, randomness_}; }

    void step() {
        switch (dice_.roll(12)) {
            case 0: return raise();
            case 1: return move_clock(static_cast<std::int64_t>(dice_.roll(20 * 24 * 60)) * k_minute_ms);
            case 2: return to_border();
            case 3: return restart();
            case 4: return repeat();
            default: return act();
        }
    }

    [[nodiscard]] const cli::demo::Topic& topic() { return town_.topics[dice_.roll(town_.topics.size())]; }

    void raise() { send({cli::demo::command_for(*clerk_, town_, topic(), {0, "submit", {}}, nullptr, clock_.now())}); }

    /// One act, or two at once, of any kind on any matter; one in eight by somebody who may not.
    void act() {
        if (matters_ == 0) return raise();
        std::vector<office::Command> commands;
        for (std::size_t i = dice_.one_in(5) ? 2 : 1; i > 0; --i) commands.push_back(any_command());
        send(std::move(commands));
    }

    office::Command any_command() {
        const auto matter = clerk_->matter({static_cast<std::int64_t>(1 + dice_.roll(matters_))});
        const auto& acts = clerk_->rules().pack.procedure("request")->acts;
        // Mostly an act that the state has, for else the town would hardly move.
        const procedure::ActRule* rule = &acts[dice_.roll(acts.size())];
        for (int tries = 0; tries < 40 && std::ranges::find(rule->from, matter->state) == rule->from.end(); ++tries)
            rule = &acts[dice_.roll(acts.size())];
        const std::string outcome = rule->outcome.empty() ? "" : rule->outcome[dice_.roll(rule->outcome.size())];
        const cli::demo::Step step{0, rule->id, outcome};
        office::Command command = cli::demo::command_for(*clerk_, town_, topic(), step, &*matter, clock_.now());
        if (matter->points > 0 && command.fields.contains("reasons"))
            command.fields["reasons"] = std::vector<std::string>(static_cast<std::size_t>(matter->points), "So it is");
        if (dice_.one_in(8)) command.by.party = {"somebody-else"};
        if (dice_.one_in(8)) command.by.office = {"another-office"};
        if (dice_.one_in(4)) command.seen = matter->acts;
        return command;
    }

    /// Hands them in together and holds what the office says against what the store has.
    void send(std::vector<office::Command> commands) {
        const std::uint64_t before = store_.size();
        std::vector<std::future<clerk::Outcome>> answers;
        for (office::Command& command : commands) {
            auto promise = std::make_shared<std::promise<clerk::Outcome>>();
            answers.push_back(promise->get_future());
            last_ = command;
            last_ticket_ = {"sim", std::to_string(++keys_)};
            clerk_->submit(std::move(command), last_ticket_,
                           [promise](clerk::Outcome outcome) { promise->set_value(std::move(outcome)); });
        }
        std::uint64_t added = 0;
        for (auto& answer : answers) added += note(answer.get().answer());
        // Terms that ended meanwhile add acts of the clock, never fewer.
        if (store_.size() < before + added) fault("an acknowledged act is not in the record");
        told_.expired += store_.size() - before - added;
    }

    std::uint64_t note(const clerk::Answer& answer) {
        if (!answer) {
            ++told_.refused;
            return 0;
        }
        ++told_.lawful;
        if (answer->matter.number > static_cast<std::int64_t>(matters_)) matters_ = static_cast<std::size_t>(answer->matter.number);
        check_matter(answer->matter);
        return answer->count;
    }

    /// No matter is without an owner where its state has one, and a quiet matter is owed by nobody.
    void check_matter(base::MatterId id) {
        const auto matter = clerk_->matter(id);
        if (!matter) return fault("an acknowledged matter is not there");
        const procedure::State* state = clerk_->rules().pack.procedure("request")->state(matter->state);
        if (state == nullptr) return fault("a matter stands in no state of its procedure");
        if (state->quiet != matter->quiet) fault("a matter is quiet where its state is not");
        const bool is_owed = state->owner == procedure::Owner::body;
        if (is_owed == matter->owner.empty()) fault("nobody owes the next act in " + state->id);
        if (is_owed && !matter->due) fault("no term runs in " + state->id);
    }

    void move_clock(std::int64_t ms) {
        const std::uint64_t before = store_.size();
        clock_.set({clock_.now().ms + ms});
        clerk_->tick();
        told_.expired += store_.size() - before;
    }

    /// To one millisecond around the end of some matter's term.
    void to_border() {
        if (matters_ == 0) return;
        const auto matter = clerk_->matter({static_cast<std::int64_t>(1 + dice_.roll(matters_))});
        if (!matter->due || matter->due->ends <= clock_.now()) return;
        move_clock(matter->due->ends.ms - clock_.now().ms - 1 + static_cast<std::int64_t>(dice_.roll(3)));
    }

    /// The clerk goes and comes again: it must stand where it stood.
    void restart() {
        const std::string checkpoint = clerk_->checkpoint();
        clerk_.reset();
        clerk_ = std::make_unique<clerk::Clerk>(tools(), settings_);
        if (clerk_->checkpoint() != checkpoint) fault("after a start the record has another checkpoint");
    }

    /// The last command comes again with its key: what was done before is answered as before, and nothing is added.
    void repeat() {
        if (last_ticket_.key.empty()) return;
        const bool was_done = store_.key(clerk::command_key(last_ticket_)).has_value();
        clerk_->tick();
        const std::uint64_t before = store_.size();
        const clerk::Answer again = clerk_->submit_and_wait(last_, last_ticket_).answer();
        if (!was_done) return (void)note(again);
        if (!again || !again->repeated || store_.size() != before) fault("a repeated command was not answered as before");
    }

    void fault(const std::string& words) {
        if (told_.fault.empty()) told_.fault = words;
    }

    Dice dice_;
    cli::demo::Town town_;
    cli::demo::SimulatedClock clock_;
    cli::demo::SeededRandomness randomness_;
    store::MemoryStore store_;
    tests::FixedSigner signer_;
    clerk::Settings settings_;
    std::unique_ptr<clerk::Clerk> clerk_;
    std::size_t matters_ = 0;
    office::Command last_;
    clerk::Ticket last_ticket_;
    std::uint64_t keys_ = 0;
    Simulated told_;
};

}  // namespace

Simulated simulate(std::uint64_t seed, int steps, const std::shared_ptr<const procedure::Ruleset>& rules) {
    return Simulator(seed, rules).run(steps);
}

}  // namespace hearth::sim
