#include "clerk/publication_hours.hpp"

#include <gtest/gtest.h>

namespace hearth::clerk {
namespace {

std::string last(const std::vector<std::string>& hours, const std::string& now) {
    const procedure::ZoneRules beijing{"Asia/Shanghai", "1", {{base::Instant{0}, 8 * 3600}}};
    return base::to_rfc3339(last_publication_hour(hours, beijing, *base::parse_rfc3339(now)));
}

TEST(PublicationHours, AreHoursOfTheJurisdiction) {
    EXPECT_EQ(last({"12:00"}, "2026-11-24T04:00:00Z"), "2026-11-24T04:00:00Z");
    EXPECT_EQ(last({"12:00"}, "2026-11-24T03:59:59.999Z"), "2026-11-23T04:00:00Z");
    EXPECT_EQ(last({"12:00"}, "2026-11-24T15:00:00Z"), "2026-11-24T04:00:00Z");
    EXPECT_EQ(last({"12:00"}, "2026-11-24T17:00:00Z"), "2026-11-24T04:00:00Z");  // already the 25th there
}

TEST(PublicationHours, MayBeSeveralInAnyOrder) {
    EXPECT_EQ(last({"20:30", "08:00"}, "2026-11-24T12:29:00Z"), "2026-11-24T00:00:00Z");
    EXPECT_EQ(last({"20:30", "08:00"}, "2026-11-24T12:30:00Z"), "2026-11-24T12:30:00Z");
    EXPECT_EQ(last({"20:30", "08:00"}, "2026-11-23T23:00:00Z"), "2026-11-23T12:30:00Z");
}

}  // namespace
}  // namespace hearth::clerk
