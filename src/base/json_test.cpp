#include "base/json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>
#include <utility>

#include "base/bytes.hpp"
#include "base/json_number.hpp"
#include "tests/support/shared_data.hpp"

namespace hearth::base {
namespace {

std::string canonical_text(std::string_view text) { return canonical_json(parse_json(text).value()).value(); }

Refusal refusal_of(std::string_view text, int depth_max = 64) {
    const auto parsed = parse_json(text, depth_max);
    return parsed ? Refusal{Reason::conflict, "was taken"} : parsed.error();
}

Refusal malformed(std::string rule, int line, int column, std::string field = {}) {
    return {Reason::malformed, std::move(rule), {"", line, column, std::move(field)}, {}};
}

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

// RFC 8785 section 3.2.2 and 3.2.3, and appendix B.
TEST(CanonicalJson, GivesTheExamplesOfTheStandard) {
    EXPECT_EQ(canonical_text(R"({"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]})"),
              "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
              "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    EXPECT_EQ(canonical_text(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})"),
              "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\uFB33\":3}");
}

TEST(CanonicalJson, WritesNumbersAsEcmaScriptDoes) {
    const std::pair<std::uint64_t, std::string_view> of_bits[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
    };
    for (const auto& [bits, text] : of_bits) EXPECT_EQ(es6_text(std::bit_cast<double>(bits)), text);
}

TEST(CanonicalJson, RefusesWhatOtherReadersWouldRound) {
    const std::int64_t limit = std::int64_t{1} << 53;
    EXPECT_EQ(canonical_json(Json(limit)).value(), "9007199254740992");
    EXPECT_EQ(canonical_json(Json(-limit)).value(), "-9007199254740992");
    for (const Json& value : {Json(limit + 1), Json(-limit - 1), Json(std::numeric_limits<std::uint64_t>::max()),
                              Json(std::numeric_limits<double>::infinity()), Json(std::nan(""))}) {
        EXPECT_EQ(canonical_json(Json::array({value})).error(), (Refusal{Reason::malformed, "base/json_number"}));
    }
}

TEST(CanonicalJson, RefusesTextThatIsNotUtf8) {
    EXPECT_EQ(canonical_json(Json("\xff")).error().rule, "base/utf8");
    Json object;
    object["\xed\xa0\x80"] = 1;
    EXPECT_EQ(canonical_json(object).error().rule, "base/utf8");
}

TEST(ParseJson, NamesTheLineAndTheColumn) {
    EXPECT_EQ(refusal_of("{\n  \"a\": nul\n}"), malformed("base/json", 2, 8));
    EXPECT_EQ(refusal_of("[\"村\", }"), malformed("base/json", 1, 7));
    EXPECT_EQ(refusal_of(""), malformed("base/json", 1, 1));
}

TEST(ParseJson, RefusesAMemberNamedTwice) {
    EXPECT_EQ(refusal_of("{\"a\":1,\n \"\\u0061\":2}"), malformed("base/json_twice", 2, 2, "a"));
    EXPECT_TRUE(parse_json(R"({"a":{"a":1},"b":{"a":2}})"));
}

TEST(ParseJson, CountsNestingOnBothSidesOfTheLimit) {
    EXPECT_TRUE(parse_json("[[{}],[[]]]", 3));
    EXPECT_EQ(refusal_of("[[{\"a\":[]}]]", 3), malformed("base/json_depth", 1, 8));
    EXPECT_EQ(refusal_of(std::string(1'000'000, '[')).rule, "base/json_depth");
    EXPECT_TRUE(parse_json("7", 0));
}

TEST(ParseJson, RefusesEveryOtherSpelling) {
    for (const std::string_view text :
         {"01",          "-",        "+1",       ".5",         "1.",          "1e",          "1e+",
          "0x1",         "NaN",      "Infinity", "-Infinity",  "tru",         "True",        "'a'",
          "[1,]",        "[,1]",     "{\"a\"}",  "{\"a\":}",   "{\"a\":1,}",  "{a:1}",       "{1:1}",
          "\"",          "\"\\",     "\"\\x\"",  "\"\\u12\"",  "\"\\u-123\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
          "\"\\udc00\"", "\"a\nb\"", "\"a\tb\"", "1 2",        "[1 2]",       "[] //",       "\xef\xbb\xbf{}",
          "\x0c[]",      "]",        "1,",       "\"\\u00g0\""}) {
        EXPECT_EQ(refusal_of(text).rule, "base/json") << text;
    }
    EXPECT_EQ(refusal_of(std::string_view("1\0", 2)).rule, "base/json");
    EXPECT_EQ(refusal_of(std::string_view("\"a\0\"", 4)).rule, "base/json");
    EXPECT_EQ(refusal_of("[\"\xc3\"]"), malformed("base/utf8", 1, 2));
}

TEST(ParseJson, RefusesNumbersThatADoubleWouldChange) {
    for (const std::string_view text :
         {"9007199254740993", "-9007199254740993", "99999999999999999999", "1e400", "-1e400", "1e-400"}) {
        EXPECT_EQ(refusal_of(text).rule, "base/json_number") << text;
    }
    EXPECT_EQ(parse_json("9007199254740992").value(), std::uint64_t{1} << 53);
    EXPECT_EQ(canonical_text("100000000000000000000"), "100000000000000000000");
    EXPECT_EQ(canonical_text("-0"), "0");
    EXPECT_EQ(canonical_text("-0.0"), "0");
}

TEST(ParseJson, ReadsEscapesAndSpaces) {
    EXPECT_EQ(parse_json(" [ \"\\ud83d\\ude02\\u00e9\\/\\b\" ,\r\n\ttrue ] ").value(), Json::array({"😂é/\b", true}));
    EXPECT_EQ(parse_json("\"\\u0000\"").value(), std::string(1, '\0'));
}

TEST(Jcs, TheSixPairsOfItsAuthors) {
    const auto folder = tests::shared_data("jcs");
    if (!folder) GTEST_SKIP() << "the JCS vectors are not beside the project";
    for (const std::string name : {"arrays", "french", "structures", "unicode", "values", "weird"}) {
        const std::string input = file_text(*folder / "input" / (name + ".json"));
        EXPECT_EQ(canonical_text(input), file_text(*folder / "output" / (name + ".json"))) << name;
    }
}

TEST(Jcs, TheTenThousandNumbers) {
    const auto file = tests::shared_data("jcs/es6testfile10k.txt");
    if (!file) GTEST_SKIP() << "the JCS numbers are not beside the project";
    std::ifstream in(*file);
    int count = 0;
    for (std::string line; std::getline(in, line); ++count) {
        const std::size_t comma = line.find(',');
        const double value = std::bit_cast<double>(std::stoull(line.substr(0, comma), nullptr, 16));
        ASSERT_EQ(canonical_json(Json(value)).value(), line.substr(comma + 1));
        ASSERT_EQ(canonical_text(line.substr(comma + 1)), line.substr(comma + 1));
    }
    EXPECT_EQ(count, 10'000);
}

/// Any JSON value, with texts on both sides of the surrogates.
rc::Gen<Json> any_json(int depth) {
    const auto text = rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)), [](const std::vector<int>& picks) {
        constexpr std::string_view pieces[] = {"a", "\"", "\x01", "村", "\xef\xad\x93", "😂"};
        std::string out;
        for (const int pick : picks) out += pieces[pick];
        return out;
    });
    const auto as_json = [](auto value) { return Json(std::move(value)); };
    const auto real = rc::gen::map(rc::gen::suchThat(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(),
                                                                  [](std::uint64_t bits) { return std::bit_cast<double>(bits); }),
                                                     [](double value) { return std::isfinite(value); }),
                                   as_json);
    const auto leaf = rc::gen::oneOf(rc::gen::map(text, as_json), rc::gen::map(rc::gen::arbitrary<int>(), as_json), real,
                                     rc::gen::element(Json(nullptr), Json(true)));
    if (depth == 0) return leaf;
    const auto array = rc::gen::map(rc::gen::container<std::vector<Json>>(any_json(depth - 1)),
                                    [](std::vector<Json> elements) { return Json(std::move(elements)); });
    const auto object = rc::gen::map(rc::gen::container<std::map<std::string, Json>>(text, any_json(depth - 1)),
                                     [](const std::map<std::string, Json>& members) { return Json(members); });
    return rc::gen::oneOf(leaf, array, object);
}

RC_GTEST_PROP(CanonicalJson, IsItsOwnCanonicalForm, ()) {
    const std::string once = canonical_json(*any_json(2)).value();
    RC_ASSERT(canonical_text(once) == once);
}

RC_GTEST_PROP(CanonicalJson, OrdersMembersByUtf16, ()) {
    const Json object = Json(*rc::gen::container<std::map<std::string, int>>(
        rc::gen::element<std::string>("", "a", "村", "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf",
                                      "\xef\xbf\xbf"
                                      "a",
                                      "😂", "😂a", "a😂"),
        rc::gen::just(1)));
    const auto utf16 = [](const std::string& utf8) {
        std::u16string out;
        for (std::size_t i = 0; i < utf8.size();) {
            const auto lead = static_cast<unsigned char>(utf8[i]);
            const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            std::uint32_t point = length == 1 ? lead : lead & (0xffU >> (length + 1));
            for (std::size_t k = 1; k < length; ++k) point = point << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
            if (point >= 0x10000) out += static_cast<char16_t>(0xd7c0 + (point >> 10));
            out += static_cast<char16_t>(point >= 0x10000 ? 0xdc00 + (point & 0x3ff) : point);
            i += length;
        }
        return out;
    };
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    std::ranges::sort(names, {}, utf16);
    std::string expected;
    for (const std::string& name : names) expected += (expected.empty() ? "\"" : ",\"") + name + "\":1";
    RC_ASSERT(canonical_json(object).value() == "{" + expected + "}");
}

}  // namespace
}  // namespace hearth::base
