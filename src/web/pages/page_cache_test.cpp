#include "web/pages/page_cache.hpp"

#include <gtest/gtest.h>

using namespace std::chrono;
using hearth::web::http::Response;
using hearth::web::pages::PageCache;

namespace {

constexpr hearth::base::CivilDate k_today = 2026y / November / 24;

Response page(int status) {
    Response response;
    response.status = status;
    return response;
}

}  // namespace

TEST(PageCache, KeepsPagesUntilSomethingIsWritten) {
    PageCache cache;
    EXPECT_FALSE(cache.find({7, k_today}, "a").has_value());
    cache.keep({7, k_today}, "a", page(200));
    EXPECT_TRUE(cache.find({7, k_today}, "a").has_value());
    EXPECT_FALSE(cache.find({7, k_today}, "b").has_value());
    EXPECT_FALSE(cache.find({8, k_today}, "a").has_value());
    EXPECT_FALSE(cache.find({7, k_today}, "a").has_value()) << "what was forgotten stays forgotten";
}

TEST(PageCache, ForgetsOnTheNextDay) {
    PageCache cache;
    (void)cache.find({7, k_today}, "a");
    cache.keep({7, k_today}, "a", page(200));
    EXPECT_FALSE(cache.find({7, 2026y / November / 25}, "a").has_value());
}

TEST(PageCache, DoesNotKeepAPageDrawnBeforeAnAct) {
    PageCache cache;
    (void)cache.find({7, k_today}, "a");
    (void)cache.find({8, k_today}, "a");
    cache.keep({7, k_today}, "a", page(200));
    EXPECT_FALSE(cache.find({8, k_today}, "a").has_value());
}

TEST(PageCache, HoldsNoMoreThanItsLimit) {
    PageCache cache(2);
    (void)cache.find({7, k_today}, "a");
    for (const char* key : {"a", "b", "c"}) cache.keep({7, k_today}, key, page(200));
    EXPECT_FALSE(cache.find({7, k_today}, "a").has_value());
    EXPECT_TRUE(cache.find({7, k_today}, "c").has_value());
}
