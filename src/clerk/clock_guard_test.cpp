#include "clerk/clock_guard.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace hearth::clerk {
namespace {

constexpr std::int64_t k_day = 86'400'000;
constexpr base::Instant k_start{1'700'000'000'000};

base::Instant after(std::int64_t ms) { return {k_start.ms + ms}; }

TEST(ClockGuard, BelievesAClockThatMovesOnThroughAQuietWeek) {
    ClockGuard guard({}, k_start, k_day);
    for (int hour = 0; hour < 7 * 24; ++hour) EXPECT_EQ(guard.look(after(hour * 3'600'000LL), k_start), ClockState::steady);
}

TEST(ClockGuard, DoubtsALeapBeyondTheSpanAndBelievesItAgainWhenItReturns) {
    ClockGuard guard({}, k_start, k_day);
    EXPECT_EQ(guard.look(after(k_day), k_start), ClockState::steady);
    EXPECT_EQ(guard.look(after(2 * k_day + 1), k_start), ClockState::ahead_of_record);
    EXPECT_EQ(guard.look(after(3 * k_day), k_start), ClockState::ahead_of_record);
    EXPECT_EQ(guard.look(after(k_day + 5), k_start), ClockState::steady);
}

TEST(ClockGuard, BelievesALeapThatTheOperatorConfirms) {
    ClockGuard guard({}, k_start, k_day);
    EXPECT_EQ(guard.look(after(30 * k_day), k_start), ClockState::ahead_of_record);
    guard.confirm(after(30 * k_day));
    EXPECT_EQ(guard.look(after(30 * k_day + 1), k_start), ClockState::steady);
}

TEST(ClockGuard, SaysWhenTheClockIsBehindTheLastAct) {
    ClockGuard guard({}, k_start, k_day);
    EXPECT_EQ(guard.look(after(-k_day), k_start), ClockState::steady);
    EXPECT_EQ(guard.look(after(-k_day - 1), k_start), ClockState::behind_record);
}

TEST(ClockGuard, KnowsAnOutageFromADeadBattery) {
    const ClockGuard guard({}, k_start, k_day);
    EXPECT_FALSE(guard.is_beyond_outage(after(400 * k_day)));
    EXPECT_TRUE(guard.is_beyond_outage(after(3652 * k_day)));
}

TEST(ClockGuard, DoubtsAcrossARestartAlthoughPeopleActedMeanwhile) {
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / ("clock_" + std::to_string(::getpid()));
    std::filesystem::remove(file);
    {
        ClockGuard guard(file, k_start, k_day);
        EXPECT_EQ(guard.look(after(1), k_start), ClockState::steady);
        EXPECT_EQ(guard.look(after(30 * k_day), k_start), ClockState::ahead_of_record);
    }
    {
        ClockGuard guard(file, after(30 * k_day), k_day);
        EXPECT_EQ(guard.look(after(30 * k_day + 1), after(30 * k_day)), ClockState::ahead_of_record);
        guard.confirm(after(30 * k_day + 1));
    }
    ClockGuard guard(file, after(30 * k_day), k_day);
    EXPECT_EQ(guard.look(after(30 * k_day + 2), after(30 * k_day)), ClockState::steady);
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace hearth::clerk
