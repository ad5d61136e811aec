#include "cli/log.hpp"

#include <gtest/gtest.h>

namespace hearth::cli {
namespace {

constexpr base::Instant k_at{1'795'960'800'000};  // 2026-11-29T14:00:00Z

TEST(Log, TellsPeopleWhatBroke) {
    EXPECT_EQ(Log::line_of({"fault", "village", "disk full"}, Log::Form::plain, k_at), "hearth: village: disk full");
    EXPECT_EQ(Log::line_of({"fault", {}, "disk full"}, Log::Form::plain, k_at), "hearth: disk full");
    EXPECT_EQ(Log::line_of({"sign_in", "village", "sign_in.wrong"}, Log::Form::plain, k_at),
              "hearth: village: sign_in: sign_in.wrong");
}

TEST(Log, TellsProgramsTheSameAsOneObjectALine) {
    const auto line = base::parse_json(Log::line_of({"fault", "village", "a \"b\"\nc"}, Log::Form::json, k_at));
    ASSERT_TRUE(line);
    EXPECT_EQ(*line,
              (base::Json{{"at", "2026-11-29T14:00:00Z"}, {"event", "fault"}, {"office", "village"}, {"words", "a \"b\"\nc"}}));
    EXPECT_EQ(Log::line_of({"fault", {}, "a\nb"}, Log::Form::json, k_at).find('\n'), std::string::npos);
}

TEST(Log, LetsNothingWriteALineOfItsOwn) {
    EXPECT_EQ(Log::line_of({"fault", "village", "a file\nhearth: village: all is well\r\x1b[2K"}, Log::Form::plain, k_at),
              "hearth: village: a file hearth: village: all is well  [2K");
    EXPECT_EQ(Log::line_of({"fault", {}, "磁盘已满"}, Log::Form::plain, k_at), "hearth: 磁盘已满");
}

TEST(Log, TakesBytesThatAreNoText) {
    EXPECT_TRUE(base::parse_json(Log::line_of({"fault", {}, "\xff\xfe"}, Log::Form::json, k_at)));
}

TEST(Log, WritesEveryLineBeforeItEnds) {
    testing::internal::CaptureStderr();
    {
        const Log log(Log::Form::plain);
        for (int i = 0; i < 100; ++i) log.write({"fault", {}, std::to_string(i)});
    }
    std::string expected;
    for (int i = 0; i < 100; ++i) expected += "hearth: " + std::to_string(i) + "\n";
    EXPECT_EQ(testing::internal::GetCapturedStderr(), expected);
}

}  // namespace
}  // namespace hearth::cli
