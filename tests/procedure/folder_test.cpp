// Folders of several packs: a region over a country, a town over the region, lists that a place puts in, parts, and broken files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "procedure/check/check.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::procedure {
namespace {

using testing::HasSubstr;

std::vector<SourceFile> country() {
    std::vector<SourceFile> files;
    for (SourceFile& file : tests::pack_files("tests/procedure/sample")) files.push_back({"country/" + file.name, file.bytes});
    return files;
}

std::vector<SourceFile> plus(std::vector<SourceFile> files, std::string name, std::string bytes) {
    files.push_back({std::move(name), std::move(bytes)});
    return files;
}

const Report& report_on(const std::vector<Report>& reports, const std::string& file) {
    static const Report k_none;
    const auto report = std::ranges::find(reports, file, &Report::file);
    EXPECT_NE(report, reports.end()) << file;
    return report == reports.end() ? k_none : *report;
}

std::vector<SourceFile> three_levels(const std::string& of_region, const std::string& of_town) {
    auto files = plus(country(), "region/pack.yaml", "pack: region\nversion: 1\nlevel: region\nover: sample\n");
    files = plus(std::move(files), "region/information.yaml", "overlay: information\nversion: 2\n" + of_region);
    files = plus(std::move(files), "region/town/pack.yaml", "pack: town\nversion: 1\nlevel: town\nover: region\n");
    return plus(std::move(files), "region/town/information.yaml", "overlay: information\nversion: 3\n" + of_town);
}

TEST(Folder, JudgesATownByWhatItsRegionSays) {
    const std::string shorter = "set: {states.received.deadline.n: 15}\n";
    EXPECT_TRUE(breaches_of(check_folder(three_levels(shorter, "set: {states.received.deadline.n: 12}\n"))).empty());
    const auto reports = check_folder(three_levels(shorter, "set: {states.received.deadline.n: 18}\n"));
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_TRUE(report_on(reports, "region/information.yaml").breaches.empty());
    const auto& breaches = report_on(reports, "region/town/information.yaml").breaches;
    ASSERT_EQ(breaches.size(), 1U);
    EXPECT_EQ(breaches[0].right, 19);
    EXPECT_THAT(breaches[0].message, HasSubstr("15 may only become smaller, not 18"));
}

TEST(Folder, ABreachBelowIsNoneOfThePackAbove) {
    const auto reports = check_folder(three_levels("set: {acts.refuse.bulk: true}\n", "set: {states.received.deadline.n: 12}\n"));
    EXPECT_TRUE(report_on(reports, "country/information.yaml").breaches.empty());
    EXPECT_FALSE(report_on(reports, "region/information.yaml").breaches.empty());
}

TEST(Folder, ABrokenFileLeavesTheOtherProceduresJudged) {
    auto files = country();
    const auto sample = std::ranges::find(files, "country/information.yaml", &SourceFile::name)->bytes;
    std::string other = sample;
    other.replace(other.find("procedure: information"), 22, "procedure: another");
    other.replace(other.find("by: supervisor"), 14, "by: superviser");
    const auto reports = check_folder(plus(std::move(files), "country/another.yaml", other));
    EXPECT_EQ(report_on(reports, "country/information.yaml").proved.size(), 24U);
    EXPECT_EQ(report_on(reports, "country/information.yaml").configurations, 88U);
    const Report& broken = report_on(reports, "country/another.yaml");
    EXPECT_EQ(broken.procedure, "another");
    EXPECT_TRUE(broken.proved.empty());
    ASSERT_EQ(broken.breaches.size(), 1U);
    EXPECT_EQ(broken.breaches[0].right, 0);
}

TEST(Folder, NothingIsProvedOnABrokenPack) {
    const auto files = tests::with_edit(country(), "country/pack.yaml", "level: country", "level: village");
    const auto reports = check_folder(files);
    EXPECT_TRUE(report_on(reports, "country/information.yaml").proved.empty());
    EXPECT_EQ(report_on(reports, "country/pack.yaml").procedure, std::nullopt);
}

TEST(Folder, AnOverlayOfABrokenProcedureIsNotProved) {
    const auto files =
        tests::with_edit(three_levels("set: {states.received.deadline.n: 15}\n", "set: {states.received.deadline.n: 12}\n"),
                         "country/information.yaml", "by: supervisor", "by: superviser");
    const auto reports = check_folder(files);
    EXPECT_TRUE(report_on(reports, "region/information.yaml").proved.empty());
    EXPECT_TRUE(report_on(reports, "region/town/information.yaml").proved.empty());
}

constexpr std::string_view k_list =
    "lists: {themes: {title: {en: Themes, zh-Hans: 议题}, example: true, items: {well: {en: Well, zh-Hans: 水井}}}}\nposts:\n";
constexpr std::string_view k_choice =
    "  words:\n    theme: {type: choice, title: {en: Theme, zh-Hans: 议题}, class: parties, list: themes, for: [give], readers: "
    "[handler], "
    "keep: {n: 1, unit: y, from: closed}}\n    words:";

std::vector<SourceFile> with_list(std::string_view list = k_list) {
    auto files = tests::with_edit(country(), "country/pack.yaml", "posts:\n", list);
    return tests::with_edit(std::move(files), "country/information.yaml", "  words:\n    words:", k_choice);
}

const std::vector<std::pair<std::string, Text>>& themes_of(const FolderReading& reading, const std::string& pack) {
    const auto found = std::ranges::find_if(reading.packs, [&](const PackReading& p) { return p.rules.pack.id == pack; });
    return found->rules.pack.procedure("information")->form("words")->fields.front().options;
}

constexpr std::string_view k_town_list =
    "pack: town\nversion: 1\nlevel: town\nover: sample\n"
    "lists: {themes: {title: {en: Ours, zh-Hans: 本地}, items: {road: {en: Road, zh-Hans: 道路}, herd: {en: Herd, zh-Hans: "
    "牧业}}}}\n";

TEST(Lists, OfATownStandInPlaceOfAnExample) {
    const auto files = plus(with_list(), "town/pack.yaml", std::string(k_town_list));
    for (const Breach& breach : breaches_of(check_folder(files))) ADD_FAILURE() << breach.message;
    const FolderReading reading = read_folder(files);
    EXPECT_EQ(themes_of(reading, "sample").size(), 1U);
    ASSERT_EQ(themes_of(reading, "town").size(), 2U);
    EXPECT_EQ(themes_of(reading, "town")[0].first, "road");
}

TEST(Lists, ThatAreNoExampleAreFixed) {
    std::string fixed(k_list);
    fixed.replace(fixed.find("example: true, "), 15, "");
    const auto breaches = breaches_of(check_folder(plus(with_list(fixed), "town/pack.yaml", std::string(k_town_list))));
    ASSERT_FALSE(breaches.empty());
    EXPECT_EQ(breaches[0].right, 19);
    EXPECT_EQ(breaches[0].where.file, "town/pack.yaml");
    EXPECT_THAT(breaches[0].message, HasSubstr("list themes"));
}

TEST(Lists, HoldNoForbiddenAnswer) {
    std::string sorts(k_list);
    sorts.replace(sorts.find("水井"), std::string("水井").size(), "汉族");
    const auto breaches = breaches_of(check_folder(with_list(sorts)));
    ASSERT_FALSE(breaches.empty());
    EXPECT_EQ(breaches[0].right, 5);
}

TEST(Lists, MustBeThereWhereAFieldNamesThem) {
    const auto files = tests::with_edit(with_list(), "country/information.yaml", "list: themes", "list: theme");
    const auto breaches = breaches_of(check_folder(files));
    ASSERT_FALSE(breaches.empty());
    EXPECT_EQ(breaches[0].right, 0);
    EXPECT_THAT(breaches[0].message, HasSubstr("did you mean \"themes\"?"));
}

constexpr std::string_view k_part = R"(procedure: survey
version: 1
title: {en: Survey, zh-Hans: 踏勘}
basis: []
starts: seen
notices:
  late: {title: {en: Late, zh-Hans: 逾期}, prints: [number, owner]}
states:
  seen:
    {kind: open, owner: handling_body, title: {en: To be seen, zh-Hans: 待踏勘},
     deadline: {n: 5, unit: wd, start: entry}, on_expire: {to: late, notices: {body: late}}}
  late:
    {kind: open, owner: next_higher(handling_body), title: {en: Late, zh-Hans: 逾期},
     deadline: {n: 5, unit: wd, start: entry}, on_expire: {notices: {body: late}}}
  done: {kind: quiet, title: {en: Seen, zh-Hans: 已踏勘}}
acts:
  look: {title: {en: Look, zh-Hans: 踏勘}, from: [seen, late], to: done, by: handler}
  urge: {title: {en: Urge, zh-Hans: 督促}, from: [late], to: same, by: reviewer}
)";

/// The sample opening a survey, and deciding only when it is closed.
std::vector<SourceFile> with_part(std::string_view guard_of_give) {
    auto files = tests::with_edit(country(), "country/information.yaml",
                                  "forms:\n  request:", "parts: {survey: {procedure: survey}}\nforms:\n  request:");
    files = tests::with_edit(std::move(files), "country/information.yaml", "from: [late], to: same, by: reviewer",
                             "from: [late], to: same, effects: [{open_part: survey}], by: reviewer");
    files = tests::with_edit(std::move(files), "country/information.yaml",
                             "outcome: [granted], guards: [points_answered, rules_in_force], notices: {resident: given}}\n  intend",
                             "outcome: [granted], guards: [points_answered, rules_in_force" + std::string(guard_of_give) +
                                 "], notices: {resident: given}}\n  intend");
    return plus(std::move(files), "country/survey.yaml", std::string(k_part));
}

TEST(Parts, AreProvedByTheRightsThatBindThem) {
    const auto reports = check_folder(with_part(""));
    for (const Breach& breach : breaches_of(reports)) ADD_FAILURE() << breach.message;
    EXPECT_EQ(report_on(reports, "country/survey.yaml").proved.size(), 24U);
}

TEST(Parts, AreOpenedBeforeTheyAreWaitedFor) {
    const auto breaches = breaches_of(check_folder(with_part(", {all_closed: [survey]}")));
    ASSERT_FALSE(breaches.empty());
    EXPECT_EQ(breaches[0].right, 3);
    EXPECT_FALSE(breaches[0].path.empty());
}

TEST(Parts, DecideNothingForAnybody) {
    auto files = with_part("");
    files = tests::with_edit(std::move(files), "country/survey.yaml", "from: [seen, late], to: done, by: handler",
                             "from: [seen, late], to: done, outcome: [refused], by: handler");
    const auto breaches = breaches_of(check_folder(files));
    ASSERT_FALSE(breaches.empty());
    EXPECT_EQ(breaches[0].right, 9);
    const auto unknown = tests::with_edit(with_part(""), "country/information.yaml", "open_part: survey", "open_part: survay");
    EXPECT_EQ(breaches_of(check_folder(unknown)).at(0).right, 0);
}

}  // namespace
}  // namespace hearth::procedure
