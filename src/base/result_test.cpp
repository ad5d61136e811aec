#include "base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace hearth::base {
namespace {

const Refusal k_late{Reason::out_of_time, "request/appeal"};

Result<int> half(int value) {
    if (value % 2 != 0) return Refusal{Reason::malformed, "test/odd", {}, std::to_string(value)};
    return value / 2;
}

Result<int> quarter(int value) {
    HEARTH_TRY(once, half(value));
    HEARTH_TRY(twice, half(once));
    return twice;
}

TEST(Result, HoldsTheValueOrTheRefusal) {
    const Result<int> value = 7;
    ASSERT_TRUE(value.has_value());
    EXPECT_EQ(*value, 7);
    const Result<int> refused = k_late;
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), k_late);
}

TEST(Result, TryPassesTheValueOn) {
    const auto found = quarter(12);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, 3);
}

TEST(Result, TryReturnsTheFirstRefusal) {
    EXPECT_EQ(quarter(3).error().detail, "3");
    EXPECT_EQ(quarter(6).error().detail, "3");
    EXPECT_EQ(quarter(5).error().detail, "5");
}

TEST(Result, AndThenRunsOnlyAfterAValue) {
    int calls = 0;
    const auto count = [&](int value) -> Result<std::string> {
        ++calls;
        return std::to_string(value);
    };
    EXPECT_EQ(*half(8).and_then(count), "4");
    EXPECT_EQ(half(9).and_then(count).error().rule, "test/odd");
    EXPECT_EQ(calls, 1);
}

TEST(Result, CarriesWhatCannotBeCopied) {
    Result<std::unique_ptr<int>> made = std::make_unique<int>(5);
    ASSERT_TRUE(made);
    const std::unique_ptr<int> taken = std::move(made).value();
    EXPECT_EQ(*taken, 5);
}

TEST(ResultDeath, ReadingWhatIsNotThereIsABrokenInvariant) {
    const Result<int> refused = k_late;
    EXPECT_DEATH((void)refused.value(), "broken invariant");
    const Result<int> value = 1;
    EXPECT_DEATH((void)value.error(), "broken invariant");
}

}  // namespace
}  // namespace hearth::base
