#pragma once

#include <deque>
#include <utility>

#include "base/fault.hpp"
#include "record/store.hpp"

namespace hearth::tests {

/// What becomes of one append.
enum class Fate {
    works,
    fails,         // a Fault; nothing happened
    unknown_lost,  // UnknownOutcome; the batch was not synced and is gone
    unknown_kept   // UnknownOutcome; the batch had reached the disk
};

/// Any store on a disk that fails when told to: `Faulty<store::MemoryStore>`. After an unknown outcome it takes no batch until it
/// was reopened, as a careful store does.
template <class Base>
class Faulty : public Base {
public:
    using Base::Base;

    /// The fates of the next appends, in order; after them all work.
    void fate(std::deque<Fate> fates) { fates_ = std::move(fates); }
    /// How many of the next calls of `reopen` fail.
    void fail_reopening(int times) { failing_reopens_ = times; }
    [[nodiscard]] int reopened() const { return reopened_; }

    void append(const record::Batch& batch) override {
        if (in_doubt_) throw base::Fault("faulty store: appended to without reopening");
        const Fate fate = next();
        if (fate == Fate::fails) throw base::Fault("faulty store: told to fail");
        in_doubt_ = fate != Fate::works;
        if (fate != Fate::unknown_lost) Base::append(batch);
        if (in_doubt_) throw base::UnknownOutcome("faulty store: told not to know");
    }

    void reopen() override {
        if (failing_reopens_ > 0) {
            --failing_reopens_;
            throw base::Fault("faulty store: told not to open");
        }
        Base::reopen();
        in_doubt_ = false;
        ++reopened_;
    }

private:
    Fate next() {
        if (fates_.empty()) return Fate::works;
        const Fate fate = fates_.front();
        fates_.pop_front();
        return fate;
    }

    std::deque<Fate> fates_;
    int failing_reopens_ = 0;
    int reopened_ = 0;
    bool in_doubt_ = false;
};

}  // namespace hearth::tests
