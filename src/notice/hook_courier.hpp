#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "notice/hook.hpp"

namespace hearth::notice {

/// How far a hook has come, kept where a power cut does not reach it: `cli` joins it with a store.
struct HookPlace {
    std::function<std::uint64_t()> next;             // the first entry that it has not taken
    std::function<void(std::uint64_t next)> settle;  // durable once it returns
};

/// Tells one hook of one entry of the record after the other. The record itself is the outbox: what stands under the served
/// checkpoint and was not settled is still to be told, so nothing has to be put anywhere with the act, and a hook that is away for
/// a week costs nothing. Promise: an entry is settled once its POST was answered with 2xx, and then never told again; one whose
/// answer was lost, or not noted before a power cut, goes again under the same id. In order; one that is not taken holds up those
/// behind it, and is tried again after a pause that doubles up to an hour.
class HookCourier {
public:
    using Size = std::function<std::uint64_t()>;                 // entries under the served checkpoint
    using Tell = std::function<HookEvent(std::uint64_t entry)>;  // what is told of an entry
    using Send = std::function<HookSending(const HookEvent&)>;

    /// All that the functions refer to outlives it.
    HookCourier(Size size, Tell tell, HookPlace place, Send send);
    ~HookCourier();
    HookCourier(const HookCourier&) = delete;
    HookCourier& operator=(const HookCourier&) = delete;

    /// From here on by itself, on a thread of its own.
    void begin();
    /// Everything that is to be told, until something is not taken; whether all was.
    bool round();

    struct State {
        std::string trouble;                 // why the next one is not taken; empty: it is, or nothing waits
        std::optional<base::Instant> since;  // of the trouble
        std::uint64_t waiting = 0;
    };
    [[nodiscard]] State state() const;

private:
    void note(const std::string& trouble, std::uint64_t waiting);
    void run();

    Size size_;
    Tell tell_;
    HookPlace place_;
    Send send_;
    mutable std::mutex mutex_;  // guards the next two
    State state_;
    bool stopping_ = false;
    std::condition_variable wake_;
    std::thread thread_;
};

}  // namespace hearth::notice
