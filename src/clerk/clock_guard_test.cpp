#include "clerk/clock_guard.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace hearth::clerk {
namespace {

constexpr std::int64_t k_day = 86'400'000;
constexpr base::Instant k_start{1'700'000'000'000};

base::Instant after(std::int64_t ms) { return {k_start.ms + ms}; }

TEST(ClockGuard, BelievesAClockThatMovesOnThroughAQuietWeek) {
    ClockGuard guard({}, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day});
    for (int hour = 0; hour < 7 * 24; ++hour) EXPECT_EQ(guard.look(after(hour * 3'600'000LL), k_start), ClockState::steady);
}

TEST(ClockGuard, DoubtsALeapBeyondTheSpanAndBelievesItAgainWhenItReturns) {
    ClockGuard guard({}, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day});
    EXPECT_EQ(guard.look(after(k_day), k_start), ClockState::steady);
    EXPECT_EQ(guard.look(after(2 * k_day + 1), k_start), ClockState::ahead_of_record);
    EXPECT_EQ(guard.look(after(3 * k_day), k_start), ClockState::ahead_of_record);
    EXPECT_EQ(guard.look(after(k_day + 5), k_start), ClockState::steady);
}

TEST(ClockGuard, BelievesALeapThatTheOperatorConfirms) {
    ClockGuard guard({}, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day});
    EXPECT_EQ(guard.look(after(30 * k_day), k_start), ClockState::ahead_of_record);
    guard.confirm(after(30 * k_day));
    EXPECT_EQ(guard.look(after(30 * k_day + 1), k_start), ClockState::steady);
}

TEST(ClockGuard, SaysWhenTheClockIsBehindTheLastAct) {
    ClockGuard guard({}, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day});
    EXPECT_EQ(guard.look(after(-k_day), k_start), ClockState::steady);
    EXPECT_EQ(guard.look(after(-k_day - 1), k_start), ClockState::behind_record);
}

TEST(ClockGuard, KnowsAnOutageFromADeadBattery) {
    const ClockGuard guard({}, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day});
    EXPECT_FALSE(guard.is_beyond_outage(after(400 * k_day)));
    EXPECT_TRUE(guard.is_beyond_outage(after(3652 * k_day)));
}

TEST(ClockGuard, DoubtsAcrossARestartAlthoughPeopleActedMeanwhile) {
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "clock";
    {
        ClockGuard guard(file, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day});
        EXPECT_EQ(guard.look(after(1), k_start), ClockState::steady);
        EXPECT_EQ(guard.look(after(30 * k_day), k_start), ClockState::ahead_of_record);
    }
    {
        ClockGuard guard(file, after(30 * k_day), {.span_ms = k_day, .outage_ms = 10 * k_day});
        EXPECT_EQ(guard.look(after(30 * k_day + 1), after(30 * k_day)), ClockState::ahead_of_record);
        guard.confirm(after(30 * k_day + 1));
    }
    ClockGuard guard(file, after(30 * k_day), {.span_ms = k_day, .outage_ms = 10 * k_day});
    EXPECT_EQ(guard.look(after(30 * k_day + 2), after(30 * k_day)), ClockState::steady);
}

/// Looks every second for as long as it takes or five minutes; gives the number of seconds until the clock was believed.
int seconds_until_believed(ClockGuard& guard, base::Instant from) {
    for (int second = 0; second <= 400; ++second) {
        if (guard.look({from.ms + second * 1000LL}, k_start) == ClockState::steady) return second;
    }
    return -1;
}

const ClockGuard::Rules k_ten_days{.span_ms = k_day, .outage_ms = 10 * k_day};

TEST(ClockGuard, BelievesByItselfAfterAVillageWasClosedOverTheWeekend) {
    ClockGuard guard({}, k_start, k_ten_days);
    EXPECT_EQ(guard.look(after(3 * k_day), k_start), ClockState::settling);
    EXPECT_EQ(seconds_until_believed(guard, after(3 * k_day)), 300);
    EXPECT_EQ(guard.look(after(3 * k_day + 301'000), k_start), ClockState::steady);
}

TEST(ClockGuard, WaitsForAPersonWhenTheOutageWasLongerThanTheOfficeSays) {
    ClockGuard ten({}, k_start, k_ten_days);
    EXPECT_EQ(seconds_until_believed(ten, after(10 * k_day - 301'000)), 300);
    ClockGuard eleven({}, k_start, k_ten_days);
    EXPECT_EQ(seconds_until_believed(eleven, after(10 * k_day + 1)), -1);
}

TEST(ClockGuard, BeginsToCountAnewWhenTheClockIsSetWhileItSettles) {
    ClockGuard guard({}, k_start, k_ten_days);
    EXPECT_EQ(guard.look(after(3 * k_day), k_start), ClockState::settling);
    EXPECT_EQ(guard.look(after(3 * k_day + 1000), k_start), ClockState::settling);
    EXPECT_EQ(guard.look(after(2 * k_day), k_start), ClockState::settling) << "the network time set it back a day";
    EXPECT_EQ(seconds_until_believed(guard, after(2 * k_day)), 300);
    ClockGuard lost({}, k_start, k_ten_days);
    EXPECT_EQ(lost.look(after(3 * k_day), k_start), ClockState::settling);
    EXPECT_EQ(lost.look(after(3000 * k_day), k_start), ClockState::ahead_of_record);
    EXPECT_EQ(seconds_until_believed(lost, after(3 * k_day)), -1) << "after a leap only a person can say";
}

TEST(ClockGuard, DoesNotTakeALeapWhileRunningForAnOutageNotEvenAfterARestart) {
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "clock";
    {
        ClockGuard guard(file, k_start, k_ten_days);
        EXPECT_EQ(guard.look(after(1), k_start), ClockState::steady);
        EXPECT_EQ(seconds_until_believed(guard, after(3 * k_day)), -1);
    }
    ClockGuard again(file, after(3 * k_day), k_ten_days);
    EXPECT_EQ(seconds_until_believed(again, after(3 * k_day)), -1);
}

TEST(ClockGuard, SettlesAnewWhenTheMachineGoesDownWhileItSettles) {
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "clock";
    {
        ClockGuard guard(file, k_start, k_ten_days);
        EXPECT_EQ(guard.look(after(1), k_start), ClockState::steady);
    }
    {
        ClockGuard guard(file, k_start, k_ten_days);
        EXPECT_EQ(guard.look(after(3 * k_day), k_start), ClockState::settling);
    }
    // What people did meanwhile proves nothing about the clock.
    ClockGuard guard(file, after(3 * k_day), k_ten_days);
    EXPECT_EQ(seconds_until_believed(guard, after(3 * k_day + 60'000)), 300);
}

TEST(ClockGuard, BelievesTheNetworkTimeAtOnceButNeverTenYears) {
    bool is_held = false;
    ClockGuard guard({}, k_start, {.span_ms = k_day, .outage_ms = 10 * k_day, .is_held = [&] { return is_held; }});
    EXPECT_EQ(guard.look(after(1), k_start), ClockState::steady);
    EXPECT_EQ(guard.look(after(30 * k_day), k_start), ClockState::ahead_of_record);
    is_held = true;
    EXPECT_EQ(guard.look(after(30 * k_day + 1), k_start), ClockState::steady);
    EXPECT_EQ(guard.look(after(3652 * k_day), k_start), ClockState::ahead_of_record);
    EXPECT_TRUE(guard.is_beyond_outage(after(3652 * k_day)));
}

}  // namespace
}  // namespace hearth::clerk
