#include "notice/hook_courier.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace hearth;
using notice::HookCourier;
using notice::HookEvent;
using notice::HookSending;

namespace {

/// A hook that takes what it is told to take, and a place that outlives the courier as a file does.
class Hooked : public testing::Test {
protected:
    HookCourier courier() {
        return {[this] { return size_; },
                [](std::uint64_t entry) { return HookEvent{std::to_string(entry), "{}"}; },
                {[this] { return next_; },
                 [this](std::uint64_t next) {
                     if (power_fails_) throw std::runtime_error("power");
                     next_ = next;
                 }},
                [this](const HookEvent& event) {
                    told_.push_back(event.id);
                    return is_there_ ? HookSending{true, {}} : HookSending{false, "it answers 503"};
                }};
    }

    std::uint64_t size_ = 3;
    std::uint64_t next_ = 0;
    bool is_there_ = true;
    bool power_fails_ = false;
    std::vector<std::string> told_;
};

}  // namespace

TEST_F(Hooked, HearsOfEachEntryOnceAndInOrder) {
    HookCourier courier = this->courier();
    EXPECT_TRUE(courier.round());
    EXPECT_TRUE(courier.round());
    size_ = 4;
    EXPECT_TRUE(courier.round());
    EXPECT_EQ(told_, (std::vector<std::string>{"0", "1", "2", "3"}));
    EXPECT_EQ(courier.state().trouble, "");
}

TEST_F(Hooked, IsTriedAgainUnderTheSameIdUntilItTakesIt) {
    HookCourier courier = this->courier();
    is_there_ = false;
    EXPECT_FALSE(courier.round());
    EXPECT_EQ(courier.state().trouble, "it answers 503");
    EXPECT_EQ(courier.state().waiting, 3U);
    EXPECT_TRUE(courier.state().since);
    EXPECT_FALSE(courier.round());
    is_there_ = true;
    EXPECT_TRUE(courier.round());
    EXPECT_EQ(told_, (std::vector<std::string>{"0", "0", "0", "1", "2"}));
    EXPECT_EQ(courier.state().trouble, "");
    EXPECT_FALSE(courier.state().since);
}

TEST_F(Hooked, HearsAgainUnderTheSameIdWhatWasSentAndNotNotedBeforeThePowerFailed) {
    {
        HookCourier courier = this->courier();
        power_fails_ = true;
        EXPECT_THROW(courier.round(), std::runtime_error);
    }
    power_fails_ = false;
    HookCourier courier = this->courier();
    EXPECT_TRUE(courier.round());
    EXPECT_EQ(told_, (std::vector<std::string>{"0", "0", "1", "2"}));
}
