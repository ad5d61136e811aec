#include "clerk/errands.hpp"

namespace hearth::clerk {

Errands::Errands(std::size_t waiting_max) : waiting_max_(waiting_max), thread_([this] { work(); }) {}

Errands::~Errands() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_one();
    thread_.join();
    for (Errand& errand : queue_) errand(true);
}

bool Errands::take(Errand errand) {
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= waiting_max_) return false;
        queue_.push_back(std::move(errand));
    }
    arrived_.notify_one();
    return true;
}

void Errands::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        arrived_.wait(lock, [this] { return ending_ || !queue_.empty(); });
        if (ending_) return;
        Errand next = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        next(false);
        lock.lock();
    }
}

}  // namespace hearth::clerk
