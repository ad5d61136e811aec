#include "clerk/errands.hpp"

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <vector>

namespace hearth::clerk {
namespace {

TEST(Errands, AreDoneInTheirOrderAndOnlySoManyWait) {
    std::promise<void> begun;
    std::promise<void> go_on;
    std::vector<int> done;
    auto errands = std::make_unique<Errands>(2);
    ASSERT_TRUE(errands->take([&](bool) {
        begun.set_value();
        go_on.get_future().wait();
        done.push_back(1);
    }));
    begun.get_future().wait();
    std::promise<void> last;
    EXPECT_TRUE(errands->take([&](bool is_over) { done.push_back(is_over ? -2 : 2); }));
    EXPECT_TRUE(errands->take([&](bool is_over) {
        done.push_back(is_over ? -3 : 3);
        last.set_value();
    }));
    EXPECT_FALSE(errands->take([&](bool) { done.push_back(4); }));
    go_on.set_value();
    last.get_future().wait();
    errands.reset();
    EXPECT_EQ(done, (std::vector<int>{1, 2, 3}));
}

TEST(Errands, ThatStillWaitAtTheEndAreToldThatItIsOver) {
    std::promise<void> begun;
    std::promise<void> go_on;
    bool was_told = false;
    auto errands = std::make_unique<Errands>(2);
    ASSERT_TRUE(errands->take([&](bool) {
        begun.set_value();
        go_on.get_future().wait();
    }));
    begun.get_future().wait();
    ASSERT_TRUE(errands->take([&](bool is_over) { was_told = is_over; }));
    std::promise<void> ends;
    std::thread ending([&] {
        ends.set_value();
        errands.reset();
    });
    ends.get_future().wait();
    std::this_thread::sleep_for(std::chrono::milliseconds(500));  // the end is asked for while the first is under way
    go_on.set_value();
    ending.join();
    EXPECT_TRUE(was_told);
}

}  // namespace
}  // namespace hearth::clerk
