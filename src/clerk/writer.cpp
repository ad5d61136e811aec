#include "clerk/writer.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "base/fault.hpp"
#include "clerk/checkpoint_file.hpp"
#include "clerk/office_acts.hpp"
#include "clerk/papers.hpp"
#include "clerk/publication_hours.hpp"
#include "clerk/receipts.hpp"
#include "clerk/sealing.hpp"

namespace hearth::clerk {

namespace {

constexpr std::size_t k_queue_max = 20'000;
constexpr auto k_look_every = std::chrono::seconds(1);
/// What was received before an instant but is still on its way from a web thread is decided before an expiry at that instant.
constexpr std::int64_t k_grace_ms = 2'000;

office::Office office_in(record::Store& store, const Settings& settings) {
    office::Office office(settings.profile, settings.rules);
    const std::string state = store.office_state();
    if (state.empty() && store.size() > 0) throw base::Fault("the views were dropped and not filled again: run hearth rebuild");
    if (state.empty()) return office;
    if (const auto loaded = office.load(state); !loaded)
        throw base::Fault("the state of the office cannot be read: " + to_string(loaded.error()));
    for (const record::MatterRow& row : store.open_matters()) {
        auto matter = matter::load(row.folded);
        if (!matter) throw base::Fault("matter " + std::to_string(row.id.number) + " cannot be read: " + to_string(matter.error()));
        if (settings.rules->pack.procedure(matter->procedure.text, matter->procedure_version) == nullptr) {
            throw base::Fault(
                "matter " + std::to_string(row.id.number) + " began under version " + std::to_string(matter->procedure_version) +
                " of \"" + matter->procedure.text +
                "\", whose text this office does not hold any more; put a pack with that version into procedures/ once");
        }
        office.put(std::move(*matter));
    }
    return office;
}

/// Under which version the matter of a command runs. Only an office that changed its procedures has to look.
int version_of(const office::Command& command, const procedure::Ruleset& rules, record::Store& store) {
    if (!command.matter || rules.pack.former.empty()) return 0;
    const auto matter = stored_matter(store, *command.matter);
    return matter ? matter->procedure_version : 0;
}

bool is_from_operator(const Wanted& wanted) {
    const auto* command = std::get_if<office::Command>(&wanted.what);
    if (command == nullptr) return std::holds_alternative<ErasureOrder>(wanted.what);
    return command->by.kind == record::Actor::Kind::operator_;
}

/// Where a command stands among the expiries: at its legal time, or last when that says nothing about today.
base::Instant place_in_time(const Wanted& wanted, base::Instant now) {
    const auto* command = std::get_if<office::Command>(&wanted.what);
    return command == nullptr || command->imported ? now : std::min(command->received_at, now);
}

}  // namespace

Clerk::Impl::Impl(Tools tools, Settings settings)
    : tools_(tools),
      settings_(std::move(settings)),
      signatory_{settings_.origin, {&tools.signer}},
      office_(office_in(tools.store, settings_)),
      rules_only_(settings_.profile, settings_.rules),
      head_(tools.store, signatory_),
      began_(tools.clock.now()),
      clock_guard_(settings_.clock_file, office_.last_recorded(),
                   {settings_.clock_span_ms, settings_.outage_ms, settings_.is_clock_held}),
      search_(tools.store) {
    checkpoint_ = head_.checkpoint();
    served_ = tools.store.cosigned_checkpoint();
    if (settings_.rules->pack.checkpoint_hours.empty() && size_of_checkpoint(served_) < head_.size()) served_ = checkpoint_;
    health_.serving = true;
    look_at_clock();
    note_progress();
    thread_ = std::thread([this] { run(); });
}

Clerk::Impl::~Impl() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

// ---- The queue

void Clerk::Impl::submit(office::Command command, const Ticket& ticket, std::move_only_function<void(Outcome)> done) {
    Waiting waiting;
    if (!ticket.key.empty()) {
        auto digest = command_digest(command, ticket);
        if (!digest) return done(Answer(digest.error()));
        waiting.wanted.digest = std::move(*digest);
        waiting.wanted.key = command_key(ticket);
        waiting.wanted.ticket = {ticket.account, ticket.key, {}};
    }
    const int version = version_of(command, *settings_.rules, tools_.store);
    if (const auto there = check_papers(command, ticket.papers, *settings_.rules, version); !there)
        return done(Answer(there.error()));
    waiting.wanted.papers = ticket.papers;
    if (const auto sealed = seal_fields(command, waiting.wanted.papers, rules_only_, settings_.box_keys, version); !sealed)
        return done(Answer(sealed.error()));
    waiting.wanted.what = std::move(command);
    waiting.done = std::move(done);
    enqueue(std::move(waiting));
}

void Clerk::Impl::submit(ErasureOrder order, std::move_only_function<void(Outcome)> done) {
    enqueue({{std::move(order), {}, {}, {}, {}}, std::move(done)});
}

void Clerk::Impl::submit(office::Delivery delivery, std::move_only_function<void(Outcome)> done) {
    enqueue({{std::move(delivery), {}, {}, {}, {}}, std::move(done)});
}

void Clerk::Impl::on_letters(std::function<void()> told) {
    const std::lock_guard lock(publishing_);
    carrier_ = std::move(told);
}

void Clerk::Impl::on_notices(std::function<void()> told) {
    const std::lock_guard lock(publishing_);
    courier_ = std::move(told);
}

void Clerk::Impl::enqueue(Waiting waiting) {
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_ && queue_.size() < k_queue_max) {
            queue_.push_back(std::move(waiting));
            health_.queued = queue_.size();
            wake_.notify_one();
            return;
        }
    }
    if (stopping_) return waiting.done(std::make_exception_ptr(base::Fault("the office is closing; nothing was recorded")));
    waiting.done(Answer(base::Refusal{base::Reason::limit_exceeded, "clerk/queue_full", {}, std::to_string(k_queue_max)}));
}

void Clerk::Impl::tick() {
    std::unique_lock lock(mutex_);
    const std::uint64_t mine = ++ticks_wanted_;
    wake_.notify_one();
    ticked_.wait(lock, [&] { return ticks_done_ >= mine || stopping_; });
}

void Clerk::Impl::on_publish(std::function<void(const std::string&)> told) {
    const std::string now = served_checkpoint();
    const std::lock_guard lock(publishing_);
    publisher_ = std::move(told);
    if (publisher_ && !now.empty()) publisher_(now);
}

void Clerk::Impl::serve_checkpoint(const std::string& cosigned) {
    {
        const std::lock_guard lock(mutex_);
        if (size_of_checkpoint(cosigned) < size_of_checkpoint(served_)) return;
        served_ = cosigned;
        health_.served_size = size_of_checkpoint(cosigned);
    }
    tools_.store.set_cosigned_checkpoint(cosigned);
}

void Clerk::Impl::report_witness(const std::string& name, const std::string& state) {
    const std::lock_guard lock(mutex_);
    health_.witnesses[name] = state;
}

Health Clerk::Impl::health() const {
    const std::lock_guard lock(mutex_);
    return health_;
}

std::string Clerk::Impl::checkpoint() const {
    const std::lock_guard lock(mutex_);
    return checkpoint_;
}

std::string Clerk::Impl::served_checkpoint() const {
    const std::lock_guard lock(mutex_);
    return served_;
}

// ---- The writer's thread

void Clerk::Impl::run() {
    while (true) {
        bool is_forced = false;
        Waitings batch;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, k_look_every, [this] { return stopping_ || !queue_.empty() || ticks_wanted_ > ticks_done_; });
            batch = take_batch();
            if (stopping_ && batch.empty()) break;
            is_forced = queue_.empty() && ticks_wanted_ > ticks_done_;
        }
        if (is_forced) retention_seen_ = {};
        handle(batch);
        const std::lock_guard lock(mutex_);
        if (is_forced && !more_is_due_) ++ticks_done_;
        ticked_.notify_all();
    }
    ticked_.notify_all();
}

/// All that waits, up to the size of a batch; with the mutex held.
Clerk::Impl::Waitings Clerk::Impl::take_batch() {
    Waitings batch;
    while (!queue_.empty() && batch.size() < settings_.batch_max) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    health_.queued = queue_.size();
    return batch;
}

void Clerk::Impl::handle(Waitings& batch) {
    if (stopped_) return tell_all(batch, std::make_exception_ptr(base::Fault(health().trouble_words)));
    try {
        look_at_clock();
        send_back_if_far_ahead(batch);
        publish_if_hour();
        work(batch);
        scrub();
        forget_old_keys();
    } catch (const base::UnknownOutcome&) {
        // Only a stop of the whole process leaves an outcome open; the same key settles it after the next start.
        tell_all(batch, std::current_exception());
    } catch (const std::exception& trouble) {
        if (!stopped_) note_trouble("clerk/store_refused", trouble.what());
        tell_all(batch, std::current_exception());
    }
}

/// A clock years ahead would stamp the record with a time it can never come back from, so people's commands wait; the operator's
/// pass, for one of them is the confirmation of the clock.
void Clerk::Impl::send_back_if_far_ahead(Waitings& batch) {
    if (!clock_guard_.is_beyond_outage(wall_)) return;
    const std::string words = "the clock of this machine says " + base::to_rfc3339(wall_) + ", but it was last in order at " +
                              base::to_rfc3339(clock_guard_.in_order_at()) +
                              "; set it right, or confirm it with the act clock_confirmed";
    note_trouble("clerk/clock_far_ahead", words);
    const auto peoples =
        std::stable_partition(batch.begin(), batch.end(), [](const Waiting& w) { return is_from_operator(w.wanted); });
    for (auto it = peoples; it != batch.end(); ++it) it->done(Outcome(std::make_exception_ptr(base::Fault(words))));
    batch.erase(peoples, batch.end());
}

void Clerk::Impl::work(Waitings& batch) {
    more_is_due_ = false;
    if (batch.empty() && !clocks_are_due()) return;
    const base::Instant now = std::max(wall_, office_.last_recorded());
    Draft draft(office_, tools_.store, tools_.randomness, now, head_.size(), settings_.origin);
    std::vector<Verdict> verdicts = decide_all(draft, batch);
    const record::Batch& written = draft.finish();
    if (!draft.is_empty()) commit(draft);
    answer(batch, verdicts, written);
}

/// In the order of legal time, so that what was received before a term ended is decided before the act that says so.
std::vector<Verdict> Clerk::Impl::decide_all(Draft& draft, Waitings& batch) {
    std::vector<std::size_t> order(batch.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto place = [&](std::size_t i) { return place_in_time(batch[i].wanted, wall_); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    std::vector<std::optional<Verdict>> decided(batch.size());
    for (const std::size_t i : order) {
        expire_until(draft, place(i));
        decided[i] = draft.decide(batch[i].wanted);
    }
    expire_until(draft, wall_);
    keep_in_touch(draft);
    erase_due(draft);
    std::vector<Verdict> verdicts;
    for (auto& verdict : decided) verdicts.push_back(std::move(*verdict));
    return verdicts;
}

/// Lets terms end that ended by `at`, as far as the clock is believed and nothing received before may still be on its way.
void Clerk::Impl::expire_until(Draft& draft, base::Instant at) {
    if (clock_state_ != ClockState::steady) return;
    const base::Instant until{std::min(at.ms, wall_.ms - k_grace_ms)};
    while (true) {
        const auto ended = draft.expired(until, 1);
        if (ended.empty()) return;
        if (draft.next_index() - head_.size() >= settings_.batch_max) {
            more_is_due_ = true;
            return;
        }
        draft.expire(ended.front());
    }
}

}  // namespace hearth::clerk
