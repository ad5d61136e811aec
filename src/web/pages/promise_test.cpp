#include "web/pages/promise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using hearth::web::pages::day_boxes;

namespace {

std::ptrdiff_t boxes(const std::string& path) { return std::ranges::count(path, 'M'); }

}  // namespace

TEST(Promise, DrawsOneBoxForEachDayOfTheTerm) {
    const auto drawn = day_boxes(30, 23);
    EXPECT_EQ(boxes(drawn.gone), 23);
    EXPECT_EQ(boxes(drawn.left), 6);
    EXPECT_EQ(boxes(drawn.last), 1);
}

TEST(Promise, KeepsTheLastDayApartToTheEnd) {
    EXPECT_EQ(boxes(day_boxes(10, 0).left), 9);
    EXPECT_EQ(boxes(day_boxes(10, 10).gone), 9);
    EXPECT_EQ(boxes(day_boxes(10, 10).last), 1);
}
