#include "notice/courier.hpp"

#include <algorithm>
#include <set>

namespace hearth::notice {
namespace {

constexpr std::uint64_t k_at_once = 200;
constexpr std::chrono::seconds k_pause_first{5};
constexpr std::chrono::seconds k_pause_most{300};

}  // namespace

Courier::Courier(record::Store& store, Readers readers, Compose compose, Send send)
    : store_(store), readers_(std::move(readers)), compose_(std::move(compose)), send_(std::move(send)) {}

Courier::~Courier() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Courier::begin() {
    thread_ = std::thread([this] { run(); });
}

void Courier::wake() {
    {
        const std::lock_guard lock(mutex_);
        is_woken_ = true;
    }
    wake_.notify_all();
}

std::string Courier::trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

Courier::Delivered Courier::deliver(const record::Store::OutboxItem& item) {
    Delivered delivered = Delivered::to_all;
    for (const people::Subscription& reader : readers_.of(item.row)) {
        if (!reader.bounced.empty() || readers_.was_sent(item.id, reader.token)) continue;
        const Sending sending = send_(compose_(item.row, reader));
        if (sending.fate == Sending::Fate::taken) {
            readers_.note_sent(item.id, reader.token);
            continue;
        }
        if (sending.fate == Sending::Fate::refused) {
            readers_.note_bounce(reader.token, sending.words);
            continue;
        }
        const std::lock_guard lock(mutex_);
        trouble_ = sending.words;
        if (sending.fate == Sending::Fate::nobody) return Delivered::nobody_answers;
        delivered = Delivered::not_yet;
    }
    return delivered;
}

bool Courier::round() {
    {
        const std::lock_guard lock(mutex_);
        trouble_.clear();
    }
    std::set<std::int64_t> left;  // tried, and to be tried again another time
    while (true) {
        const std::uint64_t asked = k_at_once + left.size();
        const auto items = store_.outbox(asked);
        const auto matters = readers_.wanted();
        const std::set<base::MatterId> wanted(matters.begin(), matters.end());
        std::vector<std::int64_t> done;
        bool is_anybody_there = true;
        for (const auto& item : items) {
            if (left.contains(item.id)) continue;
            const Delivered delivered = wanted.contains(item.row.matter) ? deliver(item) : Delivered::to_all;
            is_anybody_there = delivered != Delivered::nobody_answers;
            if (!is_anybody_there) break;
            if (delivered == Delivered::to_all) done.push_back(item.id);
            if (delivered == Delivered::not_yet) left.insert(item.id);
        }
        // Who had which mail is known until here, so a power cut before this sends nothing twice.
        if (!done.empty()) {
            store_.outbox_done(done);
            readers_.forget_items(done);
        }
        if (!is_anybody_there) return true;
        if (items.size() < asked) return !left.empty();
    }
}

void Courier::run() {
    std::chrono::seconds pause = k_pause_first;
    while (true) {
        {
            std::unique_lock lock(mutex_);
            const bool is_waiting = !trouble_.empty();
            const auto is_called = [this] { return stopping_ || is_woken_; };
            if (is_waiting) {
                wake_.wait_for(lock, pause, [this] { return stopping_; });
                pause = std::min(pause * 2, k_pause_most);
            } else {
                wake_.wait(lock, is_called);
                pause = k_pause_first;
            }
            if (stopping_) return;
            is_woken_ = false;
        }
        try {
            round();
        } catch (const std::exception& fault) {
            const std::lock_guard lock(mutex_);
            trouble_ = fault.what();
        }
    }
}

}  // namespace hearth::notice
