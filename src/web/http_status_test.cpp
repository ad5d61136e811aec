#include "web/http_status.hpp"

#include <gtest/gtest.h>

using hearth::base::Reason;
using hearth::record::WitnessAnswer;
using hearth::web::status_of;

TEST(HttpStatus, HidesWhatIsNotPermittedAmongWhatIsNotThere) {
    EXPECT_EQ(status_of(Reason::not_permitted), status_of(Reason::not_found));
    EXPECT_EQ(status_of(Reason::not_found), 404);
}

TEST(HttpStatus, TellsOtherReasonsApart) {
    EXPECT_EQ(status_of(Reason::malformed), 400);
    EXPECT_EQ(status_of(Reason::conflict), 409);
    EXPECT_EQ(status_of(Reason::out_of_order), 409);
    EXPECT_EQ(status_of(Reason::out_of_time), 409);
    EXPECT_EQ(status_of(Reason::limit_exceeded), 422);
}

TEST(HttpStatus, SpeaksTheWitnessProtocol) {
    EXPECT_EQ(status_of(WitnessAnswer::accepted), 200);
    EXPECT_EQ(status_of(WitnessAnswer::malformed), 400);
    EXPECT_EQ(status_of(WitnessAnswer::unknown_origin), 404);
    EXPECT_EQ(status_of(WitnessAnswer::not_signed), 403);
    EXPECT_EQ(status_of(WitnessAnswer::other_old_size), 409);
    EXPECT_EQ(status_of(WitnessAnswer::not_consistent), 422);
}
