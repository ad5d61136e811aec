#include "clerk/clock_guard.hpp"

#include <algorithm>
#include <fstream>

#include "base/fault.hpp"

namespace hearth::clerk {

namespace {

constexpr std::int64_t k_outage_max_ms = 400LL * 86'400'000;
constexpr std::int64_t k_write_every_ms = 3'600'000;
constexpr std::string_view k_doubt = "in doubt";

}  // namespace

ClockGuard::ClockGuard(std::filesystem::path file, base::Instant last_recorded, std::int64_t span_ms)
    : file_(std::move(file)), span_ms_(span_ms), in_order_at_(last_recorded) {
    std::ifstream in(file_);
    std::string instant;
    std::string state;
    if (!std::getline(in, instant)) return;
    std::getline(in, state);
    const auto kept = base::parse_rfc3339(instant);
    if (!kept) return;
    in_doubt_ = state == k_doubt;
    // Acts that were recorded while the clock was in doubt prove nothing about it.
    in_order_at_ = in_doubt_ ? *kept : std::max(*kept, last_recorded);
    written_at_ = *kept;
}

ClockState ClockGuard::look(base::Instant wall, base::Instant last_recorded) {
    if (in_order_at_.ms == 0) confirm(wall);  // the first look of a new office: there is nothing to compare with
    if (wall.ms - in_order_at_.ms > span_ms_) {
        if (!in_doubt_) write(true);
        return ClockState::ahead_of_record;
    }
    if (last_recorded.ms - wall.ms > span_ms_) return ClockState::behind_record;
    in_order_at_ = std::max(in_order_at_, wall);
    if (in_doubt_ || in_order_at_.ms - written_at_.ms >= k_write_every_ms) write(false);
    return ClockState::steady;
}

bool ClockGuard::is_beyond_outage(base::Instant wall) const {
    return in_order_at_.ms > 0 && wall.ms - in_order_at_.ms > k_outage_max_ms;
}

void ClockGuard::confirm(base::Instant wall) {
    in_order_at_ = wall;
    write(false);
}

void ClockGuard::write(bool in_doubt) {
    in_doubt_ = in_doubt;
    written_at_ = in_order_at_;
    if (file_.empty()) return;
    std::filesystem::path next = file_;
    next += ".new";
    {
        std::ofstream out(next, std::ios::trunc);
        out << base::to_rfc3339(in_order_at_) << "\n" << (in_doubt ? k_doubt : "in order") << "\n";
    }
    // A disk that is full or read-only is told by the commit; the clock's note alone stops nobody.
    std::error_code ignored;
    std::filesystem::rename(next, file_, ignored);
}

}  // namespace hearth::clerk
