#include "record/act.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "record/leaf.hpp"
#include "tests/support/sample_act.hpp"

namespace hearth::record {
namespace {

using tests::CountingRandomness;
using tests::sample_act;

TEST(Frame, ComesBackFromItsDisclosure) {
    CountingRandomness randomness;
    const Act act = sample_act();
    EXPECT_EQ(open_frame(seal(act, randomness).frame).value(), act.frame);
}

TEST(Frame, KeepsEveryPart) {
    Frame frame = sample_act().frame;
    frame.by = {Actor::Kind::resident, {"p1"}, {}, {}};
    frame.effective_from = base::Instant{-86'400'000};
    frame.imported = true;
    frame.from = "received";
    frame.owner = {"north-town"};
    frame.due = Due{base::Instant{1}, "2026-12-01", true};
    frame.facts = {{"points", 3}, {"nested", {{"a", base::Json::array({1, "村"})}}}};
    EXPECT_EQ(frame_from_json(to_json(frame)).value(), frame);
    for (const Actor& actor : {Actor{Actor::Kind::clock, {}, {}, {}}, Actor{Actor::Kind::operator_, {}, {}, {}},
                               Actor{Actor::Kind::post, {}, {"handler"}, {"village"}}}) {
        frame.by = actor;
        EXPECT_EQ(frame_from_json(to_json(frame)).value(), frame);
    }
}

TEST(Frame, LeavesOutWhatIsEmpty) {
    Frame frame;
    frame.office = {"village"};
    frame.act = "office_opened";
    EXPECT_EQ(base::canonical_json(to_json(frame)).value(),
              R"({"act":"office_opened","by":{"kind":"clock"},"office":"village","received_at":"1970-01-01T00:00:00Z",)"
              R"("recorded_at":"1970-01-01T00:00:00Z"})");
}

TEST(Frame, NamesTheMemberThatIsWrong) {
    const base::Json good = to_json(sample_act().frame);
    const std::pair<std::string, base::Json> changes[] = {
        {"office", 7},
        {"office", ""},
        {"act", nullptr},
        {"matter", "1"},
        {"matter", 1.5},
        {"procedure_version", 4'294'967'296},
        {"unknown", 1},
        {"imported", false},
        {"from", ""},
        {"outcome", {1}},
        {"facts", {1}},
        {"by", {{"kind", "spirit"}}},
        {"due", {{"ends", 1}}},
        {"by", "resident"},
        {"recorded_at", "2026-11-24"},
        {"received_at", "2026-11-24T09:00:00+00:00"},
        {"effective_from", 0},
        {"due", {{"last_day", "2026-12-01"}}},
    };
    for (const auto& [name, value] : changes) {
        base::Json changed = good;
        changed[name] = value;
        const auto frame = frame_from_json(changed);
        ASSERT_FALSE(frame) << changed.dump();
        EXPECT_EQ(frame.error(), (base::Refusal{base::Reason::malformed, "record/frame", {"", 0, 0, name}, {}})) << changed.dump();
    }
    for (const std::string name : {"office", "act", "by", "received_at", "recorded_at"}) {
        base::Json changed = good;
        changed.erase(name);
        EXPECT_EQ(frame_from_json(changed).error().place.field, name);
    }
    for (const base::Json& value : {base::Json(1), base::Json::array(), base::Json(nullptr)}) EXPECT_FALSE(frame_from_json(value));
}

TEST(Seal, PutsEveryDisclosureAndDecoysIntoTheLeaf) {
    CountingRandomness randomness;
    const Act act = sample_act();
    const Entry entry = seal(act, randomness);
    const Leaf leaf = parse_leaf(entry.leaf).value();
    EXPECT_EQ(leaf.id, act.id);
    EXPECT_EQ(leaf.date, act.date);
    EXPECT_EQ(leaf.digests.size(), 8U);
    std::vector<std::string_view> disclosures{entry.frame};
    ASSERT_EQ(entry.content.size(), act.content.size());
    for (std::size_t i = 0; i < act.content.size(); ++i) {
        const SealedField& field = entry.content[i];
        disclosures.push_back(field.disclosure);
        const Disclosed disclosed = open_disclosure(field.disclosure).value();
        EXPECT_EQ(disclosed.name, act.content[i].name);
        EXPECT_EQ(disclosed.value, act.content[i].value);
        EXPECT_EQ((ContentField{field.name, disclosed.value, field.klass, field.erase_at, field.keep}), act.content[i]);
    }
    EXPECT_TRUE(check_disclosures(leaf.digests, disclosures));
}

TEST(Seal, FillsUpToTheNextEightOnly) {
    for (const auto& [fields, digests] : {std::pair{0, 8U}, {7, 8U}, {8, 16U}, {15, 16U}, {16, 24U}}) {
        CountingRandomness randomness;
        Act act = sample_act();
        act.content.assign(static_cast<std::size_t>(fields), {"request.words", "x", "public", {}, {}});
        EXPECT_EQ(parse_leaf(seal(act, randomness).leaf).value().digests.size(), digests) << fields;
    }
}

// Equal values must not give equal digests: a reader of the record would see that two acts say the same.
TEST(Seal, GivesEveryDisclosureItsOwnSalt) {
    CountingRandomness randomness;
    Act act = sample_act();
    act.content.assign(20, {"request.words", "x", "public", {}, {}});
    std::set<std::string> disclosures;
    for (int round = 0; round < 2; ++round) {
        for (const SealedField& field : seal(act, randomness).content) disclosures.insert(field.disclosure);
    }
    EXPECT_EQ(disclosures.size(), 40U);
}

TEST(Seal, LeavesNothingOfTheActInTheClear) {
    CountingRandomness randomness;
    const std::string leaf = seal(sample_act(), randomness).leaf;
    for (const std::string word : {"village", "request", "received", "resident", "words", "frame"}) {
        EXPECT_EQ(leaf.find(word), std::string::npos) << word;
    }
}

TEST(Leaf, IsCanonicalJson) {
    CountingRandomness randomness;
    const std::string leaf = seal(sample_act(), randomness).leaf;
    EXPECT_EQ(base::canonical_json(base::parse_json(leaf).value()).value(), leaf);
}

TEST(Leaf, HasOneSpelling) {
    const std::string a(43, 'A');
    const std::string b(43, 'B');
    const auto leaf = [](const std::string& digests, const std::string& date = "2026-11-24", const std::string& version = "1") {
        return "{\"_sd\":[" + digests + "],\"_sd_alg\":\"sha-256\",\"date\":\"" + date +
               "\",\"id\":\"0123456789-_ABCDEFGHab\",\"v\":" + version + "}";
    };
    const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
    EXPECT_TRUE(parse_leaf(leaf(quoted(a) + "," + quoted(b))));
    EXPECT_EQ(write_leaf({"0123456789-_ABCDEFGHab"}, base::parse_date("2026-11-24").value(), {a, b}),
              leaf(quoted(a) + "," + quoted(b)));
    for (const std::string& bad :
         {leaf(""), leaf(quoted(b) + "," + quoted(a)), leaf(quoted(a) + "," + quoted(a)), leaf(quoted(a) + ", " + quoted(b)),
          leaf(quoted(a) + ","), leaf(quoted(a.substr(1))), leaf(quoted(a + "A")), leaf(quoted("=" + a.substr(1))),
          leaf(quoted(a), "2026-02-30"), leaf(quoted(a), "2026-11-24", "2"), leaf(quoted(a), "2026-11-24", "1 "),
          leaf(quoted(a)) + "\n", " " + leaf(quoted(a)), leaf(quoted(a)).substr(0, 120), std::string()}) {
        EXPECT_EQ(parse_leaf(bad).error(), (base::Refusal{base::Reason::malformed, "record/leaf"})) << bad;
    }
}

RC_GTEST_PROP(Leaf, AnyChangedByteIsRefusedOrAnotherLeaf, ()) {
    CountingRandomness randomness;
    const std::string leaf = seal(sample_act(), randomness).leaf;
    std::string changed = leaf;
    changed[*rc::gen::inRange<std::size_t>(0, leaf.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
    const auto parsed = parse_leaf(changed);
    if (!parsed) return;
    const std::vector<std::string> digests(parsed->digests.begin(), parsed->digests.end());
    RC_ASSERT(write_leaf(parsed->id, parsed->date, digests) == changed);
}

}  // namespace
}  // namespace hearth::record
