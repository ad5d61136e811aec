// Packs as texts: what they mean when they are good, and where and in which words an error is told when they are not.
#include "procedure/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/support/pack_files.hpp"

namespace hearth::procedure {
namespace {

using testing::HasSubstr;
using tests::pack_files;
using tests::with_edit;

std::vector<SourceFile> sample() { return pack_files("tests/procedure/sample"); }

Pack sample_pack() { return read_folder(sample()).packs.at(0).rules.pack; }

TEST(ReadFolder, ReadsTheSampleWithoutAnError) {
    const FolderReading reading = read_folder(sample());
    for (const TextError& error : reading.errors) ADD_FAILURE() << to_string(error.place) << " " << error.message;
    ASSERT_EQ(reading.packs.size(), 1U);
    ASSERT_EQ(reading.packs[0].procedures.size(), 1U);
    EXPECT_EQ(reading.packs[0].procedures[0].procedure, "information");
    EXPECT_EQ(reading.packs[0].procedures[0].file, "information.yaml");
}

TEST(ReadFolder, KeepsWhatTheTextSays) {
    const Pack pack = sample_pack();
    EXPECT_EQ(pack.zone, "Asia/Shanghai");
    EXPECT_EQ(pack.post("reviewer")->of, (Body{"handling_body", 1, false}));
    EXPECT_TRUE(above(pack.above_top, pack.post("reviewer")->of));
    const Procedure& information = *pack.procedure("information");
    EXPECT_EQ(information.states.size(), 12U);
    EXPECT_EQ(information.acts.size(), 16U);
    const State& received = *information.state("received");
    EXPECT_EQ(received.deadline->term, (Term{20, Unit::working_days}));
    EXPECT_EQ(received.deadline->start, (std::vector<std::string>{"received", "contest", "reopen"}));
    EXPECT_EQ(received.deadline->extend->by, "unit_head");
    EXPECT_EQ(received.on_expire->to, "late");
    const ActRule& refuse = *information.act("refuse");
    EXPECT_EQ(refuse.outcome, (std::vector<std::string>{"refused", "partly_granted"}));
    EXPECT_EQ(refuse.appeal->to, (Body{"handling_body", 1, false}));
    EXPECT_TRUE(refuse.appeal->mandatory_first);
    EXPECT_EQ(information.act("rest")->guards[0].term, (Term{30, Unit::calendar_days}));
    EXPECT_EQ(information.form("request")->fields[1].type, "person.name");
    EXPECT_EQ(information.title.in("en"), "Information request");
    EXPECT_TRUE(information.untranslated.empty());
}

TEST(ReadFolder, MarksCountCharactersNotBytes) {
    const auto files = with_edit(sample(), "information.yaml", "申请}, from: [start]", "申请}, fron: [start]");
    const auto errors = read_folder(files).errors;
    ASSERT_FALSE(errors.empty());
    const auto told =
        std::find_if(errors.begin(), errors.end(), [](const TextError& e) { return e.message.starts_with("unknown key"); });
    ASSERT_NE(told, errors.end());
    EXPECT_EQ(told->place.column, 45);
}

struct BadText {
    std::string name;
    std::string file;
    std::string old_text;
    std::string new_text;
    std::string at;  // the words of the edited file at which the error stands
    std::string says;
};

void PrintTo(const BadText& bad, std::ostream* out) { *out << bad.name; }

/// "line:column" of the first `words` in `text`, in characters.
std::string place_of(std::string_view text, std::string_view words) {
    int line = 1;
    int column = 1;
    for (const char c : text.substr(0, text.find(words))) {
        if (c == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
    return std::to_string(line) + ":" + std::to_string(column);
}

class ReadFolderRefuses : public testing::TestWithParam<BadText> {};

TEST_P(ReadFolderRefuses, WithItsPlace) {
    const BadText& bad = GetParam();
    const auto files = with_edit(sample(), bad.file, bad.old_text, bad.new_text);
    const auto file = std::ranges::find(files, bad.file, &SourceFile::name);
    const FolderReading reading = read_folder(files);
    ASSERT_FALSE(reading.errors.empty());
    std::string all;
    bool found = false;
    for (const TextError& error : reading.errors) {
        const std::string place = std::to_string(error.place.line) + ":" + std::to_string(error.place.column);
        all += error.place.file + ":" + place + " " + error.message + "\n";
        found |= error.place.file == bad.file && place == place_of(file->bytes, bad.at) &&
                 error.message.find(bad.says) != std::string::npos;
    }
    EXPECT_TRUE(found) << all;
}

const BadText k_bad_texts[] = {
    {"AnAnchor", "pack.yaml", "level: country", "level: &l country", "&l country", "anchors"},
    {"AnAlias", "pack.yaml", "level: country", "level: *l", "*l", ""},
    {"ATag", "pack.yaml", "level: country", "level: !!str country", "!!str", "tags"},
    {"ALocalTag", "pack.yaml", "level: country", "level: ! country", "! country", "tags"},
    {"AMergeKey", "pack.yaml", "level: country", "<<: {level: country}", "<<:", "merge keys"},
    {"ASecondDocument", "pack.yaml", "level: country", "level: country\n---\na: b", "---", "second document"},
    {"ATab", "pack.yaml", "level: country", "level:\tcountry", "\tcountry", "tab"},
    {"AKeyTwice", "pack.yaml", "level: country", "level: country\nlevel: country", "level: country\ntitle", "stands here twice"},
    {"AnUnknownKey", "pack.yaml", "level: country", "level: country\nlevl: country", "levl", "unknown key \"levl\""},
    {"AKeyWithNothingAfterIt", "pack.yaml", "level: country", "level:", "level:", "nothing stands after \"level\""},
    {"AnEmptyEntry", "pack.yaml", "calendars: [cn]", "calendars:\n  - cn\n  -", "above_top", ""},
    {"ANumberInQuotes", "pack.yaml", "version: 1", "version: '1'", "'1'", "whole decimal number"},
    {"AHexNumber", "pack.yaml", "version: 1", "version: 0x1", "0x1", "whole decimal number"},
    {"AYes", "pack.yaml", "court:        {independent: true", "court:        {independent: yes", "yes", "true or false"},
    {"AnUnknownLevel", "pack.yaml", "level: country", "level: contry", "contry", "did you mean \"country\"?"},
    {"ALanguageOfNobody", "pack.yaml", "title: {en: Sample pack,", "title: {de: x, en: Sample pack,", "de: x", "not a language"},
    {"AnUnknownBody", "pack.yaml", "above_top: supervision", "above_top: suprvision", "suprvision",
     "did you mean \"supervision\"?"},
    {"NextHigherOfNothing", "pack.yaml", "of: next_higher(handling_body)", "of: next_higher()", "next_higher()",
     "next_higher of nothing"},
    {"ACircleOfBodies", "pack.yaml", "posts:\n",
     "  a: {as: b, title: {en: A, zh-Hans: A}}\n  b: {part_of: a, title: {en: B, zh-Hans: B}}\nposts:\n", "a: {as", "circle"},
    {"ABodyThatIsTwoThings", "pack.yaml", "court:        {independent: true", "court:        {office: true, independent: true",
     "court:", "exactly one"},
    {"AMissingCalendar", "pack.yaml", "calendars: [cn]", "calendars: [cn, xx]", "pack: sample", "calendar \"xx\""},
    {"AnIdWithCapitals", "information.yaml", "  ask:      {", "  Ask:      {", "Ask:      {", "is no id"},
    {"AnUnknownState", "information.yaml", "from: [start], to: received", "from: [start], to: recieved", "recieved",
     "did you mean \"received\"?"},
    {"AnUnknownPost", "information.yaml", "by: supervisor", "by: superviser", "superviser", "did you mean \"supervisor\"?"},
    {"AnUnknownGuard", "information.yaml", "guards: [points_answered, rules_in_force, not_worse]",
     "guards: [points_answered, rules_in_force, no_worse]", "no_worse", "did you mean \"not_worse\"?"},
    {"AnUnknownItem", "information.yaml", "prints: [number, undo_how, other_routes]", "prints: [number, undo_who, other_routes]",
     "undo_who", "did you mean \"undo_how\"?"},
    {"AQuietStateWithAnOwner", "information.yaml", "{kind: quiet, title: {en: At rest",
     "{owner: resident, kind: quiet, title: {en: At rest", "dormant:      {", "cannot have an owner"},
    {"AnEndlessTerm", "information.yaml", "n: 60, unit: cd, start: served, by: appeal",
     "n: 99999, unit: cd, start: served, by: appeal", "{to: next_higher(handling_body), n: 99999", "longer than 200 years"},
    {"ATermOfNothing", "information.yaml", "n: 60, unit: cd, start: served, by: appeal",
     "n: 0, unit: cd, start: served, by: appeal", "0, unit: cd, start: served, by: appeal", "whole decimal number from 1"},
    {"ADayThatIsNoDay", "calendars/cn.yaml", "off: ['01-01']", "off: ['02-29']", "'02-29'", "no day of 2026"},
    {"ADayBothOffAndWorked", "calendars/cn.yaml", "work: []", "work: ['01-01']", "{off: ", "both off and worked"},
    {"BrokenYaml", "calendars/cn.yaml", "weekend: [sat, sun]", "weekend: [sat, sun", ": {2026", ""},
};

INSTANTIATE_TEST_SUITE_P(Text, ReadFolderRefuses, testing::ValuesIn(k_bad_texts), [](const auto& info) { return info.param.name; });

TEST(ReadFolder, TellsAllErrorsAndNotOnlyTheFirst) {
    auto files = with_edit(sample(), "pack.yaml", "level: country", "level: village");
    files = with_edit(std::move(files), "information.yaml", "by: supervisor", "by: nobody");
    files = with_edit(std::move(files), "calendars/cn.yaml", "version: 1", "version: one");
    EXPECT_GE(read_folder(files).errors.size(), 3U);
}

TEST(ReadFolder, RefusesBytesThatAreNoText) {
    auto files = sample();
    files[0].bytes = std::string("calendar: \xFF\xFE");
    EXPECT_THAT(read_folder(files).errors.at(0).message, HasSubstr("not UTF-8"));
    files[0].bytes = std::string("calendar: a\0b", 13);
    EXPECT_THAT(read_folder(files).errors.at(0).message, HasSubstr("control character"));
    files[0].bytes.clear();
    EXPECT_THAT(read_folder(files).errors.at(0).message, HasSubstr("empty"));
}

TEST(ReadFolder, RefusesAFileThatDoesNotSayWhatItIs) {
    auto files = sample();
    files.push_back({"note.yaml", "remark: x"});
    EXPECT_THAT(read_folder(files).errors.at(0).message, HasSubstr("first key"));
    EXPECT_THAT(read_folder({}).errors.at(0).message, HasSubstr("no pack.yaml"));
}

TEST(ReadFolder, NotesTextsThatLackALanguage) {
    const auto files = with_edit(sample(), "information.yaml", "{en: Ask, zh-Hans: 申请}", "{en: Ask}");
    const FolderReading reading = read_folder(files);
    EXPECT_TRUE(reading.errors.empty());
    EXPECT_EQ(reading.packs.at(0).rules.pack.procedures.at(0).untranslated.size(), 1U);
}

TEST(LoadRuleset, NeedsTheZoneOfThePack) {
    const auto refused = load_ruleset(sample());
    ASSERT_TRUE(std::holds_alternative<std::vector<TextError>>(refused));
    EXPECT_THAT(std::get<std::vector<TextError>>(refused).at(0).message, HasSubstr("zone rules"));
    auto files = sample();
    files.push_back(
        {"zone.yaml", "zone_rules: Asia/Shanghai\nversion: 1\noffsets: [{from: '1991-09-14T17:00:00Z', offset: '+08:00'}]\n"});
    const auto loaded = load_ruleset(files);
    ASSERT_TRUE(std::holds_alternative<Ruleset>(loaded));
    EXPECT_EQ(std::get<Ruleset>(loaded).zone().offset_s({0}), 8 * 3600);
    EXPECT_TRUE(std::get<Ruleset>(loaded).calendar().is_published(base::parse_date("2026-05-05").value()));
}

TEST(LoadRuleset, DigestChangesWithEveryByteAndName) {
    auto files = sample();
    files.push_back(
        {"zone.yaml", "zone_rules: Asia/Shanghai\nversion: 1\noffsets: [{from: '1991-09-14T17:00:00Z', offset: '+08:00'}]\n"});
    const std::string before = std::get<Ruleset>(load_ruleset(files)).digest;
    EXPECT_EQ(before.size(), 43U);
    files.back().name = "zones.yaml";
    const std::string renamed = std::get<Ruleset>(load_ruleset(files)).digest;
    files.back().bytes += "\n";
    EXPECT_NE(before, renamed);
    EXPECT_NE(renamed, std::get<Ruleset>(load_ruleset(files)).digest);
}

}  // namespace
}  // namespace hearth::procedure
