#include "clerk/clock_guard.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "base/fault.hpp"

namespace hearth::clerk {

namespace {

constexpr std::int64_t k_outage_max_ms = 400LL * 86'400'000;
constexpr std::int64_t k_write_every_ms = 3'600'000;
constexpr std::int64_t k_settle_ms = 300'000;
constexpr std::int64_t k_step_max_ms = 60'000;  // looks come every second; a busy machine may be late
constexpr std::array<std::string_view, 3> k_words = {"in order", "in doubt", "after an outage"};

}  // namespace

ClockGuard::ClockGuard(std::filesystem::path file, base::Instant last_recorded, Rules rules)
    : file_(std::move(file)), rules_(std::move(rules)), in_order_at_(last_recorded) {
    std::ifstream in(file_);
    std::string instant;
    std::string word;
    if (!std::getline(in, instant)) return;
    std::getline(in, word);
    const auto kept = base::parse_rfc3339(instant);
    if (!kept) return;
    const auto found = std::ranges::find(k_words, std::string_view(word));
    word_ = found == k_words.end() ? Word::in_order : static_cast<Word>(found - k_words.begin());
    // Acts that were recorded while the clock was not yet believed prove nothing about it.
    in_order_at_ = word_ == Word::in_order ? std::max(*kept, last_recorded) : *kept;
    written_at_ = *kept;
}

ClockState ClockGuard::look(base::Instant wall, base::Instant last_recorded) {
    const bool is_first = std::exchange(is_first_look_, false);
    if (in_order_at_.ms == 0) confirm(wall);  // the first look of a new office: there is nothing to compare with
    if (wall.ms - in_order_at_.ms > rules_.span_ms) {
        const bool is_lost = is_beyond_outage(wall);
        if (!is_lost && rules_.is_held && rules_.is_held()) return believe(wall);
        const bool is_outage = is_first && word_ != Word::in_doubt && wall.ms - in_order_at_.ms <= rules_.outage_ms;
        if (is_outage) {
            settling_ = {wall, wall};
            write(Word::after_outage);
        }
        return settle(wall);
    }
    settling_.reset();
    if (last_recorded.ms - wall.ms > rules_.span_ms) return ClockState::behind_record;
    in_order_at_ = std::max(in_order_at_, wall);
    if (word_ != Word::in_order || in_order_at_.ms - written_at_.ms >= k_write_every_ms) write(Word::in_order);
    return ClockState::steady;
}

/// Counts how long the clock has moved on evenly after an outage; an uneven step, as when it is set right, begins the count anew.
ClockState ClockGuard::settle(base::Instant wall) {
    if (settling_ && wall.ms - in_order_at_.ms > rules_.outage_ms) settling_.reset();
    if (!settling_) {
        if (word_ != Word::in_doubt) write(Word::in_doubt);
        return ClockState::ahead_of_record;
    }
    const bool is_even = wall >= settling_->last && wall.ms - settling_->last.ms <= k_step_max_ms;
    settling_ = {is_even ? settling_->since : wall, wall};
    return wall.ms - settling_->since.ms >= k_settle_ms ? believe(wall) : ClockState::settling;
}

ClockState ClockGuard::believe(base::Instant wall) {
    settling_.reset();
    confirm(wall);
    return ClockState::steady;
}

bool ClockGuard::is_beyond_outage(base::Instant wall) const {
    return in_order_at_.ms > 0 && wall.ms - in_order_at_.ms > k_outage_max_ms;
}

void ClockGuard::confirm(base::Instant wall) {
    in_order_at_ = wall;
    settling_.reset();
    write(Word::in_order);
}

void ClockGuard::write(Word word) {
    word_ = word;
    written_at_ = in_order_at_;
    if (file_.empty()) return;
    std::filesystem::path next = file_;
    next += ".new";
    {
        std::ofstream out(next, std::ios::trunc);
        out << base::to_rfc3339(in_order_at_) << "\n" << k_words.at(static_cast<std::size_t>(word)) << "\n";
    }
    // A disk that is full or read-only is told by the commit; the clock's note alone stops nobody.
    std::error_code ignored;
    std::filesystem::rename(next, file_, ignored);
}

}  // namespace hearth::clerk
