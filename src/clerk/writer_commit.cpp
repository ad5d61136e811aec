#include <algorithm>
#include <chrono>

#include "base/fault.hpp"
#include "clerk/checkpoint_file.hpp"
#include "clerk/office_acts.hpp"
#include "clerk/publication_hours.hpp"
#include "clerk/receipts.hpp"
#include "clerk/writer.hpp"

/// The part of the writer that makes a batch durable, settles what is not known, and answers.
namespace hearth::clerk {

namespace {

constexpr auto k_reopen_every = std::chrono::milliseconds(250);
constexpr std::int64_t k_retention_every_ms = 60'000;
constexpr std::uint64_t k_erasures_max = 256;
constexpr std::int64_t k_keys_every_ms = 3'600'000;
constexpr std::int64_t k_keys_kept_ms = 90LL * 86'400'000;
constexpr std::int64_t k_count_every_ms = 1'000;
constexpr std::int64_t k_first_letters_ms = 15LL * 60'000;

bool confirms_clock(const Wanted& wanted) {
    const auto* command = std::get_if<office::Command>(&wanted.what);
    return command != nullptr && command->procedure.empty() && command->act == k_clock_confirmed;
}

/// Nobody holds a receipt of imported history.
bool needs_receipt(const Wanted& wanted) {
    const auto* command = std::get_if<office::Command>(&wanted.what);
    return command == nullptr || !command->imported;
}

}  // namespace

void Clerk::Impl::commit(Draft& draft) {
    Grown grown = head_.grow(draft.batch().entries);
    draft.batch().tiles = std::move(grown.tiles);
    draft.batch().checkpoint = grown.checkpoint;
    try {
        tools_.store.append(draft.batch());
    } catch (const base::UnknownOutcome& unknown) {
        note_trouble("clerk/outcome_unknown", unknown.what());
        if (!has_happened(draft.batch())) throw base::Fault(std::string(unknown.what()) + "; nothing of it was recorded");
    }
    adopt(draft, std::move(grown));
}

/// Reopens and reads until it is known whether the batch lasted. A whole batch is there or nothing of it; anything else means that
/// the record is not what we left, and then nothing is signed any more.
bool Clerk::Impl::has_happened(const record::Batch& batch) {
    while (true) {
        try {
            tools_.store.reopen();
            const std::uint64_t size = tools_.store.size();
            const std::string checkpoint = tools_.store.checkpoint();
            if (size == batch.first + batch.entries.size() && checkpoint == batch.checkpoint) return true;
            if (size == batch.first && checkpoint == head_.checkpoint()) return false;
            stopped_ = true;
            throw base::Fault("the record has " + std::to_string(size) + " entries where " + std::to_string(batch.first) + " or " +
                              std::to_string(batch.first + batch.entries.size()) + " were expected");
        } catch (const base::Fault& fault) {
            if (stopped_) {
                note_trouble("clerk/record_in_doubt", fault.what());
                throw;
            }
            note_trouble("clerk/store_closed", fault.what());
        }
        std::unique_lock lock(mutex_);
        if (wake_.wait_for(lock, k_reopen_every, [this] { return stopping_; })) {
            throw base::UnknownOutcome("the office closed before it was known whether the last acts were recorded");
        }
    }
}

/// The batch is durable: from here on nothing may fail it any more.
void Clerk::Impl::adopt(Draft& draft, Grown grown) {
    office_.merge(std::move(draft.overlay()));
    head_.keep(std::move(grown));
    if (!draft.batch().erasures.empty()) is_scrub_owed_ = true;
    note_progress();
    try {
        if (!settings_.checkpoint_file.empty()) replace_checkpoint_file(settings_.checkpoint_file, head_.checkpoint());
    } catch (const base::Fault& fault) {
        note_trouble("clerk/checkpoint_file", fault.what());
    }
    if (settings_.rules->pack.checkpoint_hours.empty()) publish(head_.checkpoint());
    search_.wake();
    const std::lock_guard lock(publishing_);
    if (carrier_ && !draft.batch().letters.empty()) carrier_();
    if (courier_ && !draft.batch().outbox.empty()) courier_();
}

void Clerk::Impl::answer(Waitings& batch, std::vector<Verdict>& verdicts, const record::Batch& written) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!verdicts[i].is_recorded) {
            batch[i].done(Outcome(std::move(verdicts[i].answer)));
            continue;
        }
        if (confirms_clock(batch[i].wanted)) clock_guard_.confirm(wall_);
        try {
            Acknowledged& told = *verdicts[i].answer;
            if (needs_receipt(batch[i].wanted)) told.receipt = receipt_for(told, head_, tools_.store, written);
        } catch (const std::exception&) {
            // It is recorded all the same; whoever asks again with the same key gets the answer with its receipt.
            batch[i].done(Outcome(std::current_exception()));
            continue;
        }
        batch[i].done(Outcome(std::move(verdicts[i].answer)));
    }
}

void Clerk::Impl::tell_all(Waitings& batch, const std::exception_ptr& fault) {
    for (Waiting& waiting : batch) {
        if (waiting.done) waiting.done(Outcome(fault));
    }
}

// ---- Clocks of the writer

void Clerk::Impl::look_at_clock() {
    wall_ = tools_.clock.now();
    clock_state_ = clock_guard_.look(wall_, office_.last_recorded());
    const std::lock_guard lock(mutex_);
    health_.clock = clock_state_;
}

bool Clerk::Impl::clocks_are_due() const {
    if (clock_state_ != ClockState::steady) return false;
    const auto due = office_.next_due();
    return (due && *due <= wall_) || wall_.ms - retention_seen_.ms >= k_retention_every_ms;
}

/// As often as retention is looked at.
void Clerk::Impl::keep_in_touch(Draft& draft) {
    if (settings_.profile.peers.empty() || clock_state_ != ClockState::steady) return;
    if (wall_.ms - retention_seen_.ms < k_retention_every_ms) return;
    draft.keep_in_touch(wall_.ms - began_.ms >= k_first_letters_ms);
}

/// Content whose retention has ended goes with an act of the clock, a piece at a time.
void Clerk::Impl::erase_due(Draft& draft) {
    if (clock_state_ != ClockState::steady || wall_.ms - retention_seen_.ms < k_retention_every_ms) return;
    std::vector<record::Erasure> due = tools_.store.content_to_erase(wall_, k_erasures_max);
    if (due.size() == k_erasures_max) {
        more_is_due_ = true;
    } else {
        retention_seen_ = wall_;
    }
    if (!due.empty()) draft.erase(due, "retention", record::Actor::Kind::clock);
}

/// What an act has erased must not lie on in free pages and log files either.
void Clerk::Impl::scrub() {
    if (!is_scrub_owed_) return;
    tools_.store.scrub();
    is_scrub_owed_ = false;
}

void Clerk::Impl::forget_old_keys() {
    if (clock_state_ != ClockState::steady || wall_.ms - keys_forgotten_.ms < k_keys_every_ms) return;
    tools_.store.forget_keys_before({wall_.ms - k_keys_kept_ms});
    keys_forgotten_ = wall_;
}

/// At a publication hour of the pack strangers are shown what the record was at that hour.
void Clerk::Impl::publish_if_hour() {
    const auto& hours = settings_.rules->pack.checkpoint_hours;
    if (hours.empty() || head_.size() == 0) return;
    const base::Instant hour = last_publication_hour(hours, settings_.rules->zone(), wall_);
    if (hour == published_hour_) return;
    published_hour_ = hour;
    if (office_.last_recorded() < hour) publish(head_.checkpoint());
}

void Clerk::Impl::publish(const std::string& checkpoint) {
    {
        const std::lock_guard lock(publishing_);
        if (publisher_) return publisher_(checkpoint);
    }
    if (!settings_.rules->pack.checkpoint_hours.empty()) return serve_checkpoint(checkpoint);
    // Without witnesses and hours the newest checkpoint is the served one; a second commit for it would halve the pace.
    const std::lock_guard lock(mutex_);
    served_ = checkpoint;
    health_.served_size = health_.size;
}

// ---- Words to the operator

void Clerk::Impl::note_trouble(const std::string& id, const std::string& words) {
    const std::lock_guard lock(mutex_);
    health_.trouble = id;
    health_.trouble_words = words;
    health_.serving = false;
}

void Clerk::Impl::note_progress() {
    const std::lock_guard lock(mutex_);
    health_.trouble.clear();
    health_.trouble_words.clear();
    health_.serving = true;
    health_.size = head_.size();
    ++health_.batches;
    checkpoint_ = head_.checkpoint();
    if (wall_.ms - counted_.ms < k_count_every_ms) return;
    counted_ = wall_;
    health_.open_matters = office_.open_count();
}

}  // namespace hearth::clerk
