// A town over the sample country: what it may move, and which way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "procedure/check/check.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::procedure {
namespace {

using testing::HasSubstr;

constexpr std::string_view k_town = "pack: town\nversion: 1\nlevel: town\nover: sample\n";

std::vector<SourceFile> town(const std::string& overlay, std::string_view pack = k_town) {
    std::vector<SourceFile> files;
    for (SourceFile& file : tests::pack_files("tests/procedure/sample")) files.push_back({"country/" + file.name, file.bytes});
    files.push_back({"town/pack.yaml", std::string(pack)});
    if (!overlay.empty()) files.push_back({"town/information.yaml", "overlay: information\nversion: 2\n" + overlay});
    return files;
}

/// What was found of the town's own file.
Report report_of(const std::vector<SourceFile>& files, const std::string& file = "town/information.yaml") {
    for (Report& report : check_folder(files)) {
        if (report.file == file) return report;
    }
    ADD_FAILURE() << "no report on " << file;
    return {};
}

struct Change {
    std::string name;
    std::string overlay;
    int breaks;  // the right, or 24 + 1 for none
    std::string says;
};
constexpr int k_none = 25;

void PrintTo(const Change& change, std::ostream* out) { *out << change.name; }

class OverlayChange : public testing::TestWithParam<Change> {};

TEST_P(OverlayChange, IsJudgedChangeByChange) {
    const Report report = report_of(town(GetParam().overlay));
    std::string told;
    for (const Breach& breach : report.breaches)
        told += std::to_string(breach.right) + " " + to_string(breach.where) + " " + breach.message + "\n";
    if (GetParam().breaks == k_none) {
        EXPECT_EQ(told, "");
        EXPECT_EQ(report.proved.size(), 24U);
        EXPECT_THAT(report.changes, testing::Contains(HasSubstr(GetParam().says)));
        return;
    }
    EXPECT_THAT(told, HasSubstr(std::to_string(GetParam().breaks) + " town/information.yaml:"));
    EXPECT_THAT(told, HasSubstr(GetParam().says));
}

const Change k_changes[] = {
    {"ShorterTermOfABody", "set: {states.received.deadline.n: 15}", k_none, "states.received.deadline.n: 20 -> 15"},
    {"LongerTermOfABody", "set: {states.received.deadline.n: 25}", 19,
     "states.received.deadline.n: 20 may only become smaller, not 25"},
    {"LongerTermOfAPerson", "set: {states.given.deadline.n: 45}", k_none, "30 -> 45"},
    {"ShorterTermOfAPerson", "set: {states.given.deadline.n: 29}", 19, "may only become larger, not 29"},
    {"OtherUnit", "set: {states.received.deadline.unit: cd}", 19, "is fixed"},
    {"SameNumberInAWholeMap", "set: {states.reconsidered.deadline: {n: 20, unit: cd, start: appeal}}", k_none, "30 -> 20"},
    {"FewerExtensions", "set: {states.received.deadline.extend.n: 10}", k_none, "20 -> 10"},
    {"MoreExtensions", "set: {states.received.deadline.extend.times: 2}", 19, "may only become smaller"},
    {"ANewExtension", "set: {states.deciding.deadline.extend: {n: 5, times: 1, by: unit_head, notice: delay}}", 19, "is fixed"},
    {"LongerAppeal", "set: {acts.uphold.appeal.n: 30, states.upheld.deadline.n: 30}", k_none, "acts.uphold.appeal.n: 15 -> 30"},
    {"ShorterAppeal", "set: {acts.uphold.appeal.n: 10}", 19, "may only become larger"},
    {"AppealElsewhere", "set: {acts.refuse.appeal.to: court}", 19, "is fixed"},
    {"LongerWaitBeforeRest", "set: {acts.rest.guards.after.n: 60}", k_none, "acts.rest.guards.after.n: 30 -> 60"},
    {"ShorterWaitBeforeRest", "set: {acts.rest.guards.after.n: 20}", 19, "may only become larger"},
    {"OneGuardLess", "remove: [acts.uphold.guards.not_worse]", 19, "is fixed"},
    {"SmallerLimitOfAPost", "set: {acts.intend.limit: 1}", k_none, "2 -> 1"},
    {"LargerLimitOfAPost", "set: {acts.intend.limit: 3}", 19, "may only become smaller"},
    {"NewLimitOfAPost", "set: {acts.urge.limit: 5}", k_none, "nothing -> 5"},
    {"NewLimitOfAPerson", "set: {acts.contest.limit: 5}", 19, "may only become larger, not 5"},
    {"MoreClosedField", "set: {forms.decision.facts.class: body}", k_none, "parties -> body"},
    {"MoreOpenField", "set: {forms.request.points.class: parties}", 19, "may only become more closed"},
    {"KeptForAShorterTime", "set: {forms.request.name.keep.n: 2}", k_none, "5 -> 2"},
    {"KeptForALongerTime", "set: {forms.request.name.keep.n: 9}", 19, "may only become smaller"},
    {"AnotherItemInALetter", "add: {notices.receipt.prints: [date]}", k_none, "notices.receipt.prints"},
    {"AnItemLess", "remove: [notices.intent.prints.facts]", 19, "may only become longer"},
    {"AnotherRecipient", "add: {acts.give.notices: {body: given}}", k_none, "nothing -> given"},
    {"MoreWhoStandAside", "add: {stand_aside: [subject]}", k_none, "stand_aside"},
    {"FewerWhoStandAside", "remove: [stand_aside.near_relative]", 19, "may only become longer"},
    {"AnotherChannel", "add: {opens.channels: {paper: {entered_by: hall_clerk}}}", k_none, "opens.channels.paper"},
    {"AChannelLess", "remove: [opens.channels.window]", 19, "may only become longer"},
    {"FewerReaders", "set: {forms.words.words.readers: [handler], forms.words.words.for: [give, refuse]}", k_none, "readers"},
    {"MoreReaders", "add: {forms.request.name.readers: [reviewer]}", 19, "may only become shorter"},
    {"ATitle", "set: {acts.ask.title.en: Apply}", k_none, "Ask -> Apply"},
    {"ATitleWithAForbiddenWord", "set: {acts.ask.title.en: Apply with your religion}", 5, "religion"},
    {"AnotherOwner", "set: {states.late.owner: supervision}", 19, "is fixed"},
    {"AnotherTarget", "set: {acts.give.to: closed}", 19, "is fixed"},
    {"MoreTimeToUndo", "set: {assisted.undo.n: 90}", k_none, "60 -> 90"},
    {"LessTimeToUndo", "set: {assisted.undo.n: 50}", 19, "may only become larger"},
    {"BulkHarm", "set: {acts.refuse.bulk: true}", 19, "may only become false"},
    {"APathThatLeadsNowhere", "set: {states.receivd.deadline.n: 5}", 0, "leads nowhere"},
};

INSTANTIATE_TEST_SUITE_P(Town, OverlayChange, testing::ValuesIn(k_changes), [](const auto& info) { return info.param.name; });

TEST(OverlayPack, MayAddButNotChangeBodiesAndPosts) {
    const std::string added = std::string(k_town) +
                              "bodies: {office_of_herds: {office: true, title: {en: Herds, zh-Hans: 牧业办}}}\n"
                              "posts: {herd_clerk: {of: office_of_herds, title: {en: Clerk, zh-Hans: 办事员}}}\n";
    EXPECT_TRUE(report_of(town("set: {states.received.deadline.n: 15}", added)).breaches.empty());
    const std::string changed =
        std::string(k_town) + "posts: {reviewer: {of: handling_body, title: {en: Reviewer, zh-Hans: 复议人员}}}\n";
    const Report report = report_of(town("set: {states.received.deadline.n: 15}", changed));
    ASSERT_FALSE(report.breaches.empty());
    EXPECT_EQ(report.breaches[0].right, 19);
    EXPECT_EQ(report.breaches[0].where.file, "town/pack.yaml");
    const std::string independent =
        std::string(k_town) + "bodies: {judge: {independent: true, title: {en: Judge, zh-Hans: 裁判}}}\n";
    EXPECT_EQ(report_of(town("", independent), "town/pack.yaml").breaches.at(0).right, 0);
}

TEST(OverlayPack, ChecksWhatItSaysByItselfToo) {
    EXPECT_TRUE(report_of(town(""), "town/pack.yaml").breaches.empty());
    const std::string slow = std::string(k_town) + "slips: {grace: {n: 3, unit: wd}, stale: {n: 2, unit: wd}}\n";
    EXPECT_EQ(report_of(town("", slow), "town/pack.yaml").breaches.at(0).right, 19);
}

TEST(OverlayPack, AsksForTextsInALanguageThatItAdds) {
    const std::string pack = std::string(k_town) + "languages: [en, zh-Hans, mn]\n";
    const auto breaches = breaches_of(check_folder(town("", pack)));
    ASSERT_FALSE(breaches.empty());
    EXPECT_EQ(breaches[0].right, 17);
}

TEST(OverlayPack, NeedsThePackItStandsOver) {
    auto files = town("");
    std::erase_if(files, [](const SourceFile& file) { return file.name.starts_with("country/"); });
    const auto breaches = breaches_of(check_folder(files));
    ASSERT_FALSE(breaches.empty());
    EXPECT_THAT(breaches[0].message, HasSubstr("sample"));
}

TEST(OverlayPack, IsTheOneAnOfficeRunsUnder) {
    auto files = town("set: {states.received.deadline.n: 15}");
    files.push_back({"country/zone.yaml",
                     "zone_rules: Asia/Shanghai\nversion: 1\noffsets: [{from: '1991-09-14T17:00:00Z', offset: '+08:00'}]\n"});
    const auto loaded = load_ruleset(files);
    ASSERT_TRUE(std::holds_alternative<Ruleset>(loaded));
    EXPECT_EQ(std::get<Ruleset>(loaded).pack.id, "town");
    EXPECT_EQ(std::get<Ruleset>(loaded).pack.procedure("information")->state("received")->deadline->term.n, 15);
    EXPECT_TRUE(breaches_of(check_rules(std::get<Ruleset>(loaded))).empty());
}

}  // namespace
}  // namespace hearth::procedure
