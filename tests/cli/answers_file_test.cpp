#include "cli/answers_file.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/support/shipped_rules.hpp"

namespace hearth::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::vector<web::AnswerTemplate> read(const std::string& yaml) {
    return read_answers(yaml, "answers.yaml", tests::shipped_rules()->pack);
}

std::string fault_of(const std::string& yaml) {
    try {
        read(yaml);
    } catch (const base::Fault& fault) {
        return fault.what();
    }
    return "none";
}

constexpr const char* k_good = R"(answers:
  - procedure: request
    act: support
    title: The road is mended
    fields:
      facts: |
        On ___ we looked at the road at ___.
      rules: Rural Road Regulation; 19; 2020-01-01; 2020-03-01
)";

TEST(AnswersFile, HoldsHowAnswersBegin) {
    const auto answers = read(k_good);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers[0].act, "support");
    EXPECT_EQ(answers[0].title, "The road is mended");
    EXPECT_EQ(answers[0].fields.at("facts"), "On ___ we looked at the road at ___.\n");
    EXPECT_EQ(answers[0].fields.size(), 2U);
}

TEST(AnswersFile, LeavesAGapInEveryTextOfAnAnswer) {
    EXPECT_THAT(fault_of("answers:\n  - {procedure: request, act: support, title: Done, fields: {facts: It is done.}}\n"),
                AllOf(HasSubstr("answers.yaml:2"), HasSubstr("leaves no gap")));
}

TEST(AnswersFile, NamesEverythingThatIsWrongWithItsPlace) {
    const std::string told = fault_of(
        "answers:\n"
        "  - {procedure: nothing, act: support, title: A, fields: {facts: ___}}\n"
        "  - {procedure: request, act: contest, title: B, fields: {words: ___}}\n"
        "  - {procedure: request, act: support, title: C, fields: {mood: ___}, tag: x}\n"
        "  - {procedure: request, act: support, fields: {reasons: 'He is a key person ___'}}\n");
    EXPECT_THAT(told, AllOf(HasSubstr("answers.yaml:2: the pack has no procedure nothing"),
                            HasSubstr("answers.yaml:3: no post writes anything by the act contest"),
                            HasSubstr("answers.yaml:4: no words are written into \"mood\""),
                            HasSubstr("answers.yaml:4: \"tag\" belongs to no answer"),
                            HasSubstr("answers.yaml:5: \"title\" is missing"), HasSubstr("(right 5)")));
    EXPECT_THAT(fault_of("[]"), HasSubstr("one list \"answers:\" is expected here"));
}

}  // namespace
}  // namespace hearth::cli
