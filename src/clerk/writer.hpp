#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "clerk/clerk.hpp"
#include "clerk/clock_guard.hpp"
#include "clerk/draft.hpp"
#include "clerk/head.hpp"
#include "clerk/search_follower.hpp"

namespace hearth::clerk {

/// The inside of a clerk: its queue, its thread, and the office that only this thread touches.
class Clerk::Impl {
public:
    Impl(Tools tools, Settings settings);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void submit(office::Command command, const Ticket& ticket, std::move_only_function<void(Outcome)> done);
    void submit(ErasureOrder order, std::move_only_function<void(Outcome)> done);
    void submit(office::Delivery delivery, std::move_only_function<void(Outcome)> done);
    void on_letters(std::function<void()> told);
    void on_notices(std::function<void()> told);
    void tick();
    void on_publish(std::function<void(const std::string&)> told);
    void serve_checkpoint(const std::string& cosigned);
    void report_witness(const std::string& name, const std::string& state);
    [[nodiscard]] Health health() const;
    [[nodiscard]] std::string checkpoint() const;
    [[nodiscard]] std::string served_checkpoint() const;
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] record::Store& store() const { return tools_.store; }

private:
    struct Waiting {
        Wanted wanted;
        std::move_only_function<void(Outcome)> done;
    };
    using Waitings = std::vector<Waiting>;

    // The queue; any thread.
    void enqueue(Waiting waiting);

    // The writer's thread.
    void run();
    Waitings take_batch();
    void handle(Waitings& batch);
    void send_back_if_far_ahead(Waitings& batch);
    void work(Waitings& batch);
    std::vector<Verdict> decide_all(Draft& draft, Waitings& batch);
    void expire_until(Draft& draft, base::Instant at);
    void erase_due(Draft& draft);
    void keep_in_touch(Draft& draft);
    void commit(Draft& draft);
    bool has_happened(const record::Batch& batch);
    void adopt(Draft& draft, Grown grown);
    void answer(Waitings& batch, std::vector<Verdict>& verdicts, const record::Batch& written);
    void tell_all(Waitings& batch, const std::exception_ptr& fault);
    void look_at_clock();
    [[nodiscard]] bool clocks_are_due() const;
    void scrub();
    void forget_old_keys();
    void publish_if_hour();
    void publish(const std::string& checkpoint);
    void note_trouble(const std::string& id, const std::string& words);
    void note_progress();

    Tools tools_;
    Settings settings_;
    Signatory signatory_;
    office::Office office_;
    const office::Office rules_only_;  // an empty office: profile and rules for any thread
    Head head_;
    const base::Instant began_;
    ClockGuard clock_guard_;
    ClockState clock_state_ = ClockState::steady;
    base::Instant wall_;
    base::Instant retention_seen_;
    base::Instant keys_forgotten_;
    base::Instant published_hour_;
    base::Instant counted_;
    bool stopped_ = false;      // in doubt about the record: nothing is signed any more
    bool more_is_due_ = false;  // clocks left over for the next batch
    bool is_scrub_owed_ = false;

    std::mutex publishing_;  // guards the next two, and is held while one is called
    std::function<void(const std::string&)> publisher_;
    std::function<void()> carrier_;
    std::function<void()> courier_;  // likewise

    mutable std::mutex mutex_;  // guards all below
    std::condition_variable wake_;
    std::condition_variable ticked_;
    std::deque<Waiting> queue_;
    std::uint64_t ticks_wanted_ = 0;
    std::uint64_t ticks_done_ = 0;
    bool stopping_ = false;
    Health health_;
    std::string checkpoint_;
    std::string served_;

    SearchFollower search_;
    std::thread thread_;
};

}  // namespace hearth::clerk
