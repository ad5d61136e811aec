#include "notice/hook_courier.hpp"

#include <algorithm>
#include <chrono>

namespace hearth::notice {
namespace {

/// The served checkpoint lies in memory: to look at it costs nothing.
constexpr std::chrono::seconds k_look_every{1};
constexpr std::chrono::seconds k_pause_first{5};
constexpr std::chrono::seconds k_pause_most{3'600};

base::Instant wall_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

}  // namespace

HookCourier::HookCourier(Size size, Tell tell, HookPlace place, Send send)
    : size_(std::move(size)), tell_(std::move(tell)), place_(std::move(place)), send_(std::move(send)) {}

HookCourier::~HookCourier() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void HookCourier::begin() {
    thread_ = std::thread([this] { run(); });
}

HookCourier::State HookCourier::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

void HookCourier::note(const std::string& trouble, std::uint64_t waiting) {
    const std::lock_guard lock(mutex_);
    if (trouble.empty()) state_.since.reset();
    if (!trouble.empty() && !state_.since) state_.since = wall_clock();
    state_.trouble = trouble;
    state_.waiting = waiting;
}

bool HookCourier::round() {
    const std::uint64_t size = size_();
    std::uint64_t next = place_.next();
    for (; next < size; ++next) {
        const HookSending sending = send_(tell_(next));
        note(sending.words, size - next);
        if (!sending.taken) return false;
        place_.settle(next + 1);
        const std::lock_guard lock(mutex_);
        if (stopping_) return true;
    }
    note({}, 0);
    return true;
}

void HookCourier::run() {
    std::chrono::seconds pause = k_pause_first;
    while (true) {
        bool taken = false;
        try {
            taken = round();
        } catch (const std::exception& fault) {
            note(fault.what(), state().waiting);
        }
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, taken ? k_look_every : pause, [this] { return stopping_; });
        if (stopping_) return;
        pause = taken ? k_pause_first : std::min(pause * 2, k_pause_most);
    }
}

}  // namespace hearth::notice
