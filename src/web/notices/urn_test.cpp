#include "web/notices/urn.hpp"

#include <gtest/gtest.h>

using hearth::web::notices::urn_of;

// RFC 9562, appendix A.4, has a vector for another name space only; this one is what Python's uuid.uuid5(NAMESPACE_URL, ..) says.
TEST(Urn, IsTheUuidOfAName) {
    EXPECT_EQ(urn_of("https://hearth.example/o/village"), "urn:uuid:8392c7ad-bf22-52c0-84ba-413c9a33dfb0");
    EXPECT_EQ(urn_of(""), "urn:uuid:1b4db7eb-4057-5ddf-91e0-36dec72071f5");
}
