#include "clerk/sealing.hpp"

#include <gtest/gtest.h>

#include "clerk/clerk.hpp"
#include "clerk/effects.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"
#include "tests/support/small_rules.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::clerk {
namespace {

using procedure::ActRule;
using procedure::Field;
using procedure::FieldClass;

const std::string k_words = "The head of the village took my subsidy.";

Field sealed_field(const std::string& id, const std::string& type, std::vector<std::string> readers) {
    Field field;
    field.id = id;
    field.type = type;
    field.klass = FieldClass::sealed;
    field.readers = std::move(readers);
    return field;
}

/// The small pack with a way to accuse a unit, received above it, all of it sealed.
std::shared_ptr<const procedure::Ruleset> accusing_rules() {
    auto rules = std::make_shared<procedure::Ruleset>(*tests::small_rules());
    procedure::Procedure& borrow = rules->pack.procedures.at(0);
    procedure::Form form;
    form.id = "accusation";
    form.fields = {sealed_field("unit", "body", {"reviewer"}),
                   // A careless author names a post of the accused unit itself, and the handler wherever it is.
                   sealed_field("words", "long_text", {"handler", "reviewer", "watcher", "accused_clerk"}),
                   sealed_field("papers", "paper", {"reviewer"})};
    borrow.forms.push_back(form);
    ActRule report;
    report.id = "report";
    report.from = {"start"};
    report.to = "received";
    report.actor = procedure::ActorKind::resident;
    report.accuses = true;
    report.at = procedure::Body{std::string(procedure::k_accused_unit), 1, false};
    report.form = "accusation";
    borrow.acts.push_back(report);
    procedure::Post watcher;
    watcher.id = "watcher";
    watcher.of = {"supervision", 0, true};
    procedure::Post accused_clerk;
    accused_clerk.id = "accused_clerk";
    accused_clerk.of = {std::string(procedure::k_accused_unit), 0, false};
    rules->pack.posts.push_back(watcher);
    rules->pack.posts.push_back(accused_clerk);
    return rules;
}

class Sealing : public testing::Test {
protected:
    Sealing() {
        for (const char* office : {"village", "township", "county", "supervision"}) {
            const auto file = folder_.path() / office;
            make_key_file(file, k_box_kind);
            keys_.emplace(base::OfficeId{office}, BoxKey(read_key_file(file, k_box_kind)));
            public_keys_[{office}] = keys_.at({office}).public_key();
        }
        command_.procedure = {"borrow"};
        command_.act = "report";
        command_.fields = {{"unit", "village"}, {"words", k_words}};
    }
    std::string refused() {
        const auto done = seal_fields(command_, papers_, office_, public_keys_);
        return done ? "" : to_string(done.error());
    }
    /// Which offices can read a field.
    std::vector<std::string> readers(const std::string& field, const base::Json& plain) {
        std::vector<std::string> can;
        for (const auto& [office, key] : keys_) {
            if (unsealed(command_.fields.at(field), office, key) == plain) can.push_back(office.text);
        }
        return can;
    }

    tests::TemporaryFolder folder_;
    office::Office office_{tests::village(), accusing_rules()};
    std::map<base::OfficeId, BoxKey> keys_;
    std::map<base::OfficeId, base::Bytes32> public_keys_;
    std::vector<record::PaperKey> papers_;
    office::Command command_;
};

using Names = std::vector<std::string>;

TEST_F(Sealing, IsOpenedByEveryReaderAndByNobodyElse) {
    ASSERT_EQ(refused(), "");
    // Received by the township, above the village: so it is the handler, and the county the next above it.
    EXPECT_EQ(readers("words", k_words), (Names{"county", "supervision", "township"}));
    EXPECT_EQ(readers("unit", "village"), (Names{"county"}));
    EXPECT_EQ(command_.fields.at("words").dump().find("subsidy"), std::string::npos);
}

TEST_F(Sealing, LeavesOutTheAccusedWhereverItStands) {
    command_.fields["unit"] = "county";
    ASSERT_EQ(refused(), "");
    // Above the county there is only the supervision; the county's own post was named as a reader and gets nothing.
    EXPECT_EQ(readers("words", k_words), Names{"supervision"});
    EXPECT_FALSE(command_.fields.at("words").at("to").contains("county"));
}

TEST_F(Sealing, IsRefusedWhenOnlyTheAccusedWouldRead) {
    command_.fields["unit"] = "supervision";
    EXPECT_EQ(refused(), "refused not_permitted clerk/no_key_of_reader (unit)");
}

TEST_F(Sealing, IsOpenedByNobodyOnceAByteWasChanged) {
    ASSERT_EQ(refused(), "");
    base::Json& value = command_.fields.at("words");
    std::string bytes = base::from_base64(value["sealed"].get<std::string>()).value();
    bytes.back() ^= 1;
    value["sealed"] = base::base64(bytes);
    EXPECT_EQ(readers("words", k_words), Names{});
    value["to"] = "township";
    EXPECT_EQ(unsealed(value, {"township"}, keys_.at({"township"})), std::nullopt);
}

TEST_F(Sealing, NeedsTheKeyOfOneReaderAtLeast) {
    public_keys_.erase({"county"});
    EXPECT_EQ(refused(), "refused not_permitted clerk/no_key_of_reader (unit) county");
    command_.fields.erase("unit");
    command_.fields["unit"] = "village";
    public_keys_ = {{{"village"}, public_keys_[{"village"}]}};
    EXPECT_EQ(refused(), "refused not_permitted clerk/no_key_of_reader (unit) county");
}

TEST_F(Sealing, TakesTheKeyOfAPaperUnderTheSeal) {
    const std::string hex(64, 'a');
    const std::string key(32, 'k');
    papers_ = {{hex, key, 0, "accusation.papers"}};
    command_.fields["papers"] = {{{"paper", hex}, {"digest", hex}, {"name", "list.pdf"}, {"bytes", 9U}}};
    ASSERT_EQ(refused(), "");
    EXPECT_EQ(papers_.at(0).key, "");
    const auto read = unsealed(command_.fields.at("papers"), {"county"}, keys_.at({"county"}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->at(0).at("key"), base::base64(key));
}

/// The machine of the accused may well be the one that takes the report in and keeps its record.
TEST_F(Sealing, LeavesNothingReadableOnTheMachineOfTheAccused) {
    store::MemoryStore store;
    tests::FixedSigner signer;
    tests::FakeClock clock{tests::at("2026-03-02", 9)};
    SystemRandomness randomness;
    Settings settings;
    settings.profile = tests::village();
    settings.rules = accusing_rules();
    settings.origin = "hearth.example/o/village";
    settings.box_keys = public_keys_;
    Clerk clerk({store, signer, clock, randomness}, settings);
    command_.by.kind = record::Actor::Kind::resident;
    command_.office = {"village"};
    command_.received_at = clock.now();
    const auto outcome = clerk.submit_and_wait(command_);
    ASSERT_TRUE(outcome.answer()) << to_string(outcome.answer().error());
    int sealed = 0;
    for (const record::StoredEntry& entry : store.entries(0, store.size(), true)) {
        EXPECT_EQ(record::open_frame(entry.frame)->facts.dump().find("subsidy"), std::string::npos);
        for (const record::SealedField& field : entry.content) {
            const auto value = record::open_disclosure(field.disclosure)->value;
            EXPECT_EQ(value.dump().find("subsidy"), std::string::npos);
            if (field.klass != "sealed") continue;
            ++sealed;
            EXPECT_EQ(unsealed(value, {"village"}, keys_.at({"village"})), std::nullopt);
            for (const auto& [reader, box] : value.at("to").items())
                EXPECT_EQ(keys_.at({"village"}).open(base::from_base64(box.get<std::string>()).value()), std::nullopt) << reader;
            EXPECT_NE(unsealed(value, {"county"}, keys_.at({"county"})), std::nullopt);
        }
    }
    EXPECT_EQ(sealed, 2);
}

}  // namespace
}  // namespace hearth::clerk
