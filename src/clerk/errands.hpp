#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hearth::clerk {

/// What takes long, done one after the other on a thread of its own, so that it costs the threads that serve pages nothing. Any
/// thread.
class Errands {
public:
    /// `is_over`: all ends before its turn came, and it may only tell so.
    using Errand = std::move_only_function<void(bool is_over)>;

    explicit Errands(std::size_t waiting_max);
    /// Waits for the one under way; those who still wait are told that it is over.
    ~Errands();
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    /// False when too many wait already, and then the errand is not called.
    bool take(Errand errand);

private:
    void work();

    const std::size_t waiting_max_;
    std::mutex mutex_;  // guards the queue and `ending_`
    std::condition_variable arrived_;
    std::deque<Errand> queue_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace hearth::clerk
