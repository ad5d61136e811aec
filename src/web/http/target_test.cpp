#include "web/http/target.hpp"

#include <gmock/gmock.h>

using hearth::web::http::form_fields;
using hearth::web::http::path_segments;
using hearth::web::http::percent_decoded;
using testing::ElementsAre;
using testing::Pair;

TEST(Target, DecodesEachSegmentByItself) {
    EXPECT_THAT(*path_segments("/o/a%20b/c%2Fd"), ElementsAre("o", "a b", "c/d"));
    EXPECT_THAT(*path_segments("/"), ElementsAre(""));
    EXPECT_THAT(*path_segments("/o/"), ElementsAre("o", ""));
    EXPECT_THAT(*path_segments("/%E4%B8%AD"), ElementsAre("中"));
}

TEST(Target, RefusesWhatIsNotAnAbsolutePath) {
    EXPECT_FALSE(path_segments("").has_value());
    EXPECT_FALSE(path_segments("o/village").has_value());
    EXPECT_FALSE(path_segments("*").has_value());
}

TEST(Target, RefusesBrokenEncodings) {
    for (const char* text : {"%", "%4", "a%2", "%zz", "%4g", "%00", "%ff", "%C0%80", "%ED%A0%80"}) {
        ASSERT_FALSE(percent_decoded(text).has_value()) << text;
        EXPECT_EQ(percent_decoded(text).error().rule, "http/encoding");
    }
    EXPECT_EQ(*percent_decoded("%41"), "A");
    EXPECT_EQ(*percent_decoded("a+b"), "a+b");
}

TEST(Form, ReadsFieldsInOrderWithTheirSpaces) {
    EXPECT_THAT(*form_fields("code=K7QM+3F9T&empty=&flag&a%3Db=%26"),
                ElementsAre(Pair("code", "K7QM 3F9T"), Pair("empty", ""), Pair("flag", ""), Pair("a=b", "&")));
    EXPECT_TRUE(form_fields("")->empty());
    EXPECT_TRUE(form_fields("&&")->empty());
}

TEST(Form, RefusesTooManyFields) {
    EXPECT_TRUE(form_fields("a=1&b=2", 2).has_value());
    EXPECT_EQ(form_fields("a=1&b=2&c=3", 2).error().reason, hearth::base::Reason::limit_exceeded);
    EXPECT_EQ(form_fields("a=%", 2).error().reason, hearth::base::Reason::malformed);
}

TEST(FormField, IsReadBackAsItWasWritten) {
    const std::vector<std::pair<std::string, std::string>> fields = {{"f.points", "50 % & more = 井\r\nsecond+line"}, {"key", ""}};
    std::string body;
    for (const auto& [name, value] : fields) body += (body.empty() ? "" : "&") + hearth::web::http::form_field(name, value);
    EXPECT_EQ(hearth::web::http::form_fields(body).value(), fields);
}
