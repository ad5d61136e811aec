#include "people/subscription.hpp"

#include <gtest/gtest.h>

namespace hearth::people {
namespace {

TEST(Address, IsWhereMailCanBeSent) {
    for (const char* good : {"ana@example.org", "a.b+c@mail.example", "q_9@xn--fiq228c.example"})
        EXPECT_TRUE(is_address(good)) << good;
}

TEST(Address, CarriesNothingThatAMailServerWouldTakeForMore) {
    for (const std::string& bad :
         {std::string(""), std::string("ana"), std::string("@example.org"), std::string("ana@"), std::string("ana@host"),
          std::string("ana@.example"), std::string("ana@example."), std::string("ana@a..b"), std::string("a na@example.org"),
          std::string("ana@example.org\r\nRCPT"), std::string("ana@b@example.org"), std::string("<ana@example.org>"),
          std::string("ana@例子.org"), std::string(65, 'a') + "@example.org", "a@" + std::string(260, 'b') + ".org"})
        EXPECT_FALSE(is_address(bad)) << bad;
}

}  // namespace
}  // namespace hearth::people
