// Receipt codes, and posts that name their own deputies.
#include "base/bytes.hpp"
#include "clerk/office_acts.hpp"
#include "tests/clerk/clerk_on_memory.hpp"

namespace hearth::clerk {
namespace {

using tests::ask;
using tests::ClerkOnMemory;

TEST_F(ClerkOnMemory, KeepsNoReceiptCodeThatAnybodyCouldRead) {
    start(settings());
    const Ticket ticket{"web", "k1"};
    const std::string code = accepted(ask(clock_.now(), 1), ticket).code;
    for (const auto& field : store_.entries(0, 1, true).at(0).content) {
        const auto said = base::from_base64url(field.disclosure);
        EXPECT_EQ((said ? *said : field.disclosure).find(code), std::string::npos) << field.name;
    }
    const std::string kept = store_.key(command_key(ticket))->code;
    EXPECT_EQ(base::from_base64(kept)->find(code), std::string::npos);
    EXPECT_EQ(open_code(ticket, kept), code);
    EXPECT_EQ(open_code({"web", "k2"}, kept), "") << "the key of another form";
    EXPECT_EQ(open_code({"desk", "k1"}, kept), "") << "the key of somebody else";
    accepted(ask(clock_.now(), 2), {});
    EXPECT_EQ(store_.size(), 2U);
}

TEST_F(ClerkOnMemory, KeepsNoCodeAtAllOfWhatIsImported) {
    start(settings());
    office::Command command = ask(clock_.now(), 1);
    command.by = {record::Actor::Kind::operator_, {}, {}, {}};
    command.imported = true;
    command.source = "old list, row 7";
    const Ticket ticket{"import/old", "7#0"};
    accepted(command, ticket);
    EXPECT_EQ(store_.key(command_key(ticket))->code, "") << "its key can be guessed";
    EXPECT_TRUE(accepted(command, ticket).repeated);
}

TEST_F(ClerkOnMemory, LetsAPostNameItsOwnDeputyAndNobodyElses) {
    start(settings());
    office::Command command;
    command.by = {record::Actor::Kind::post, {}, {"handler"}, {"village"}};
    command.office = {"village"};
    command.act = k_post_given;
    command.received_at = clock_.now();
    command.account = "aa11";
    command.fields = {
        {"account", "bb22"}, {"post", "handler"}, {"from", "2026-07-06"}, {"until", "2026-07-10"}, {"in_place_of", "aa11"}};
    for (const auto& [field, value] : {std::pair{"in_place_of", "cc33"}, {"post", "unit_head"}, {"account", "aa11"}}) {
        office::Command other = command;
        other.fields[field] = value;
        EXPECT_TRUE(refused(other).starts_with("refused not_permitted clerk/office_act")) << refused(other);
    }
    office::Command endless = command;
    endless.fields.erase("until");
    EXPECT_TRUE(refused(endless).starts_with("refused not_permitted clerk/office_act"));
    accepted(command);
    EXPECT_EQ(store_.size(), 1U);
}

TEST_F(ClerkOnMemory, CountsHouseholdsInNumbersAndTakesNothingElseOfThem) {
    start(settings());
    office::Command command;
    command.by = {record::Actor::Kind::resident, {}, {}, {}};
    command.office = {"village"};
    command.act = k_representative_proved;
    command.received_at = clock_.now();
    command.fields = {{"households", 3U}};
    for (const base::Json& value : {base::Json("3-12"), base::Json(-1), base::Json(1.5), base::Json::array()}) {
        office::Command other = command;
        other.fields["households"] = value;
        EXPECT_TRUE(refused(other).starts_with("refused malformed clerk/office_fact")) << refused(other);
    }
    office::Command named = command;
    named.fields["household"] = "3-12";
    EXPECT_TRUE(refused(named).starts_with("refused malformed clerk/office_fact"));
    for (const std::string_view act : {k_roster_codes_drawn, k_post_ended}) {
        office::Command other = command;
        other.act = act;
        if (act == k_post_ended) other.fields.clear();
        EXPECT_TRUE(refused(other).starts_with("refused not_permitted clerk/office_act")) << "for the operator alone";
    }
    accepted(command);
    EXPECT_EQ(store_.size(), 1U);
}

}  // namespace
}  // namespace hearth::clerk
