#include "ingest/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace hearth::ingest {
namespace {

using people::RosterLine;
using testing::ElementsAre;
using testing::HasSubstr;

std::variant<std::vector<RosterLine>, std::vector<base::Refusal>> parse(const std::string& text) {
    std::istringstream in(text);
    return parse_roster(in, "f");
}

std::vector<RosterLine> lines(const std::string& text) { return std::get<std::vector<RosterLine>>(parse(text)); }

std::vector<std::string> refused(const std::string& text) {
    std::vector<std::string> said;
    const auto parsed = parse(text);
    if (const auto* refusals = std::get_if<std::vector<base::Refusal>>(&parsed))
        for (const base::Refusal& refusal : *refusals) said.push_back(to_string(refusal));
    return said;
}

TEST(Roster, IsReadWithAndWithoutLastDaysAndNamesNobodyWhereNobodyIsNamed) {
    EXPECT_THAT(lines("household,representative\n3-12,Alatengqiqige\n 3-13 ,\n"),
                ElementsAre(RosterLine{"3-12", "Alatengqiqige", {}}, RosterLine{"3-13", "", {}}));
    EXPECT_THAT(lines("until,representative,household\n2028-12-31, Bo ,1\n,Cheng,2\n"),
                ElementsAre(RosterLine{"1", "Bo", base::parse_date("2028-12-31").value()}, RosterLine{"2", "Cheng", {}}));
}

TEST(Roster, TakesLabelsAsAChineseKeyboardGivesThem) {
    EXPECT_THAT(lines("household,representative\n\"\uFF13\uFF0D\uFF11\uFF12\",Bo\n"), ElementsAre(RosterLine{"3-12", "Bo", {}}));
}

TEST(Roster, NamesEveryBadRowWithLineAndColumn) {
    EXPECT_THAT(
        refused("household,representative,until\n"
                ",Ana,\n"
                "1,Bo,2028-02-30\n"
                "2,\"Ch\neng\",\n"
                "1,Dawa,\n"
                "3,Erden\n"
                "4,\xff,\n"),
        ElementsAre("refused malformed roster/no_household (f:2 household)", "refused malformed roster/until (f:3 until)",
                    "refused malformed roster/letters (f:4 representative)", "refused conflict roster/twice (f:6 household) 3",
                    "refused malformed import/row_columns (f:7) 2 for 3", "refused malformed import/utf8 (f:8 representative)"));
}

TEST(Roster, CountsCharactersNotBytesOnBothSidesOfTheBorder) {
    const auto roster = [](int household, int representative) {
        std::string text = "household,representative\n";
        for (int i = 0; i < household; ++i) text += "\u6237";
        text += ",";
        for (int i = 0; i < representative; ++i) text += "\u963F";
        return text + "\n";
    };
    EXPECT_EQ(lines(roster(40, 100)).size(), 1U);
    EXPECT_THAT(refused(roster(41, 101)), ElementsAre("refused limit_exceeded roster/too_long (f:2 household) 40",
                                                      "refused limit_exceeded roster/too_long (f:2 representative) 100"));
}

TEST(Roster, TakesNoOtherColumnAndSaysWhichWordIsForbidden) {
    EXPECT_THAT(refused("household,representative,telephone,religion\n1,Bo,555,none\n"),
                ElementsAre("refused not_permitted roster/other_column (f:1 telephone)",
                            "refused not_permitted roster/forbidden_column (f:1 religion) religion"));
    EXPECT_THAT(refused("\nhousehold,representative,\u5B97\u6559\n1,Bo\n"),
                ElementsAre(HasSubstr("roster/forbidden_column (f:2 "), HasSubstr("import/row_columns (f:3)")))
        << "also where no row is whole";
    EXPECT_THAT(refused("household,name\n1,Bo\n"), ElementsAre("refused not_found roster/no_column (f:1 representative)",
                                                               "refused not_permitted roster/other_column (f:1 name)"));
}

TEST(Roster, WithoutARowIsNone) {
    EXPECT_THAT(refused(""), ElementsAre("refused malformed import/no_heading (f)"));
    EXPECT_THAT(refused("household,representative\n"), ElementsAre("refused malformed roster/empty (f)"));
}

}  // namespace
}  // namespace hearth::ingest
