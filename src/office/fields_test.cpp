#include "office/fields.hpp"

#include <gtest/gtest.h>

namespace hearth::office {
namespace {

using base::Json;

procedure::Field field(const std::string& type) {
    procedure::Field f;
    f.id = "x";
    f.type = type;
    return f;
}

bool takes(const std::string& type, const Json& value) { return check_field(field(type), value).has_value(); }

// What is taken here is sealed into canonical JSON, which has no form for larger numbers.
TEST(Fields, NumbersAreWholeAndExact) {
    EXPECT_TRUE(takes("number", 9007199254740992));
    EXPECT_TRUE(takes("amount", -9007199254740992));
    EXPECT_FALSE(takes("number", 9007199254740993));
    EXPECT_FALSE(takes("amount", -9007199254740993));
    EXPECT_FALSE(takes("number", 18446744073709551615U));
    EXPECT_FALSE(takes("number", 1.5));
    EXPECT_FALSE(takes("number", "1"));
}

TEST(Fields, RulesHoldNothingButWhatIsKnown) {
    EXPECT_TRUE(takes("rules", Json::array({"Water rule"})));
    EXPECT_TRUE(takes("rules", Json::array({{{"text", "Water rule"}, {"article", "3"}, {"from", "2025-01-01"}}})));
    EXPECT_FALSE(takes("rules", Json::array({{{"text", "Water rule"}, {"article", 9007199254740993}}})));
    EXPECT_FALSE(takes("rules", Json::array({{{"text", "Water rule"}, {"note", "x"}}})));
    EXPECT_FALSE(takes("rules", Json::array({{{"text", "Water rule"}, {"from", "2025-02-30"}}})));
    EXPECT_FALSE(takes("rules", Json::array({{{"article", "3"}}})));
    EXPECT_FALSE(takes("rules", Json::array()));
    EXPECT_FALSE(takes("rules", Json::array({5})));
}

TEST(Fields, PapersAreNamedByTheirDigests) {
    const std::string digest(64, 'a');
    const Json paper = {{"paper", digest}, {"digest", digest}, {"name", "photo.jpg"}, {"bytes", 12U}};
    EXPECT_TRUE(takes("paper", paper));
    EXPECT_TRUE(takes("photo", Json::array({paper, paper})));
    Json other = paper;
    other["bytes"] = 9007199254740993U;
    EXPECT_FALSE(takes("paper", other));
    other = paper;
    other["position"] = "43.2 N";
    EXPECT_FALSE(takes("photo", other));
    other = paper;
    other["paper"] = "../../etc/passwd";
    EXPECT_FALSE(takes("paper", other));
}

TEST(Fields, TextIsWhatPeopleWrite) {
    EXPECT_TRUE(takes("long_text", "田间路涵洞塌了，\n拖拉机过不去。"));
    EXPECT_FALSE(takes("long_text", std::string("a\0b", 3)));
    EXPECT_FALSE(takes("text", "\x1b[31mred"));
    EXPECT_FALSE(takes("text", "\xed\xa0\x80"));
    EXPECT_FALSE(takes("text", " \n\t"));
    EXPECT_FALSE(takes("person.name", std::string(1'001, 'x')));
    EXPECT_FALSE(takes("text", Json::object()));
    EXPECT_FALSE(takes("yes_no", "yes"));
}

}  // namespace
}  // namespace hearth::office
