#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "base/fault.hpp"
#include "tests/store/sample_batch.hpp"
#include "tests/store/store_contract.hpp"

namespace hearth::tests {
namespace {

using base::Instant;
using base::MatterId;
using testing::ElementsAre;
using testing::IsEmpty;

INSTANTIATE_TEST_SUITE_P(, StoreContract, testing::ValuesIn(every_store()), name_of);

std::vector<std::string> names_of(const std::vector<record::SealedField>& content) {
    std::vector<std::string> names;
    for (const auto& field : content) names.push_back(field.name);
    return names;
}

void expect_same(const record::StoredEntry& stored, const record::Entry& entry) {
    EXPECT_EQ(stored.leaf, entry.leaf);
    EXPECT_EQ(stored.frame, entry.frame);
    ASSERT_EQ(stored.content.size(), entry.content.size());
    for (std::size_t i = 0; i < entry.content.size(); ++i) {
        EXPECT_EQ(stored.content[i].name, entry.content[i].name);
        EXPECT_EQ(stored.content[i].disclosure, entry.content[i].disclosure);
        EXPECT_EQ(stored.content[i].klass, entry.content[i].klass);
        EXPECT_EQ(stored.content[i].keep, entry.content[i].keep);
        EXPECT_EQ(stored.content[i].erase_at, entry.content[i].erase_at);
    }
}

TEST_P(StoreContract, IsEmptyBeforeTheFirstBatch) {
    EXPECT_EQ(store().size(), 0U);
    EXPECT_EQ(store().checkpoint(), "");
    EXPECT_EQ(store().office_state(), "");
    EXPECT_THAT(store().entries(0, 10, true), IsEmpty());
    EXPECT_THAT(store().open_matters(), IsEmpty());
    EXPECT_FALSE(store().tile(0, 0).has_value());
    EXPECT_FALSE(store().matter({1}).has_value());
}

TEST_P(StoreContract, GivesBackWhatWasAppended) {
    const auto batch = sample_batch(0, 3);
    store().append(batch);
    EXPECT_EQ(store().size(), 3U);
    EXPECT_EQ(store().checkpoint(), batch.checkpoint);
    EXPECT_EQ(store().office_state(), batch.office_state);
    const auto entries = store().entries(0, 3, true);
    ASSERT_EQ(entries.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(entries[i].index, i);
        EXPECT_EQ(entries[i].matter, batch.matters[i]);
        expect_same(entries[i], batch.entries[i]);
    }
}

TEST_P(StoreContract, KeepsDisclosuresOfAnyFormVerbatim) {
    auto batch = sample_batch(0, 1);
    batch.entries[0].frame = "not base64url!";
    batch.entries[0].content = {sample_field("a", "x")};
    batch.entries[0].content[0].disclosure = std::string("nul\0 and 中文", 14);
    batch.entries[0].content[0].erase_at = Instant{77};
    batch.entries[0].leaf = "{}";
    store().append(batch);
    expect_same(store().entries(0, 1, true).at(0), batch.entries[0]);
}

TEST_P(StoreContract, KeepsTheOrderOfContent) {
    auto batch = sample_batch(0, 1);
    batch.entries[0].content = {sample_field("z", "1"), sample_field("a", "2"), sample_field("m", "3")};
    store().append(batch);
    EXPECT_THAT(names_of(store().entries(0, 1, true).at(0).content), ElementsAre("z", "a", "m"));
}

TEST_P(StoreContract, ReadsARangeAcrossBatches) {
    store().append(sample_batch(0, 3));
    store().append(sample_batch(3, 2));
    const auto entries = store().entries(2, 2, false);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].index, 2U);
    EXPECT_EQ(entries[1].leaf, sample_entry(3).leaf);
    EXPECT_THAT(entries[1].content, IsEmpty());
    EXPECT_EQ(store().entries(4, 100, false).size(), 1U);
}

TEST_P(StoreContract, FindsTheActsOfOneMatterInOrder) {
    auto batch = sample_batch(0, 4);
    batch.matters = {{7}, {8}, {7}, {0}};
    store().append(batch);
    const auto entries = store().entries_of({7});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].index, 0U);
    EXPECT_EQ(entries[1].index, 2U);
    EXPECT_EQ(entries[1].content.size(), 2U);
}

TEST_P(StoreContract, ReplacesTheEdgeTile) {
    store().append(sample_batch(0, 3));
    store().append(sample_batch(3, 300));
    EXPECT_EQ(store().tile(0, 0).value().hashes.size(), 256U * 32);
    EXPECT_EQ(store().tile(0, 1).value().hashes.size(), 47U * 32);
    EXPECT_EQ(store().tile(0, 1).value().hashes.substr(0, 32), sample_digest(256));
    EXPECT_FALSE(store().tile(1, 0).has_value());
}

TEST_P(StoreContract, RefusesABatchThatDoesNotFollow) {
    store().append(sample_batch(0, 3));
    EXPECT_THROW(store().append(sample_batch(0, 1)), base::Fault);
    EXPECT_THROW(store().append(sample_batch(4, 1)), base::Fault);
    EXPECT_EQ(store().size(), 3U);
    store().append(sample_batch(3, 1));
    EXPECT_EQ(store().size(), 4U);
}

TEST_P(StoreContract, DoesNothingOfABatchThatFails) {
    store().append(sample_batch(0, 2));
    auto batch = sample_batch(2, 2);
    batch.keys[1].key = sample_batch(0, 1).keys[0].key;
    batch.erasures = {{0, ""}};
    EXPECT_THROW(store().append(batch), base::Fault);
    EXPECT_EQ(store().size(), 2U);
    EXPECT_EQ(store().checkpoint(), sample_batch(0, 2).checkpoint);
    EXPECT_EQ(store().office_state(), sample_batch(0, 2).office_state);
    EXPECT_EQ(store().entries(0, 10, true).size(), 2U);
    EXPECT_EQ(store().entries(0, 1, true).at(0).content.size(), 2U);
    EXPECT_EQ(store().figures().at(0).add, 2);
    EXPECT_EQ(store().outbox(10).size(), 2U);
    EXPECT_FALSE(store().matter({3}).has_value());
}

TEST_P(StoreContract, KeepsEverythingOverReopening) {
    store().append(sample_batch(0, 5));
    store().reopen();
    EXPECT_EQ(store().size(), 5U);
    expect_same(store().entries(4, 1, true).at(0), sample_entry(4));
    store().append(sample_batch(5, 1));
    EXPECT_EQ(store().size(), 6U);
}

TEST_P(StoreContract, FindsMattersByNumberAndCode) {
    const auto batch = sample_batch(0, 3);
    store().append(batch);
    const auto row = store().matter({2}).value();
    EXPECT_EQ(row.folded, "{\"number\":2}");
    EXPECT_EQ(row.code_digest, batch.matter_rows[1].code_digest);
    EXPECT_EQ(row.procedure.text, "request");
    EXPECT_EQ(row.state, "submitted");
    EXPECT_EQ(row.owner.text, "village");
    EXPECT_EQ(row.due, Instant{1'000'001});
    EXPECT_EQ(row.opened_at, Instant{1000});
    EXPECT_EQ(row.changed_at, Instant{2000});
    EXPECT_FALSE(row.open);
    EXPECT_EQ(store().matter_by_code(batch.matter_rows[2].code_digest).value().id, MatterId{3});
    auto shared_batch = sample_batch(3, 1);
    shared_batch.matter_rows[0].party_codes = {base::hex(sample_digest(40)), base::hex(sample_digest(41))};
    const MatterId shared = shared_batch.matter_rows[0].id;
    store().append(shared_batch);
    EXPECT_EQ(store().matter_by_code(shared_batch.matter_rows[0].party_codes[1]).value().id, shared);
    EXPECT_EQ(store().matter_by_code(shared_batch.matter_rows[0].code_digest).value().id, shared);
    EXPECT_FALSE(store().matter_by_code("").has_value());
    EXPECT_FALSE(store().matter_by_code(base::hex(sample_digest(5))).has_value());
}

TEST_P(StoreContract, KeepsOneRowPerMatterAsItStandsLast) {
    store().append(sample_batch(0, 2));
    auto batch = sample_batch(2, 1);
    batch.matter_rows[0].id = {1};
    batch.matter_rows[0].open = false;
    batch.matter_rows[0].due = std::nullopt;
    batch.matter_rows[0].folded = "later";
    store().append(batch);
    EXPECT_EQ(store().matter({1}).value().folded, "later");
    EXPECT_EQ(store().matter({1}).value().due, std::nullopt);
    EXPECT_THAT(store().open_matters(), IsEmpty());
}

TEST_P(StoreContract, ListsOpenMattersOnly) {
    store().append(sample_batch(0, 4));
    const auto open = store().open_matters();
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].id, MatterId{1});
    EXPECT_EQ(open[1].id, MatterId{3});
}

TEST_P(StoreContract, AddsUpFigures) {
    store().append(sample_batch(0, 4));
    auto batch = sample_batch(4, 1);
    batch.figures.push_back({"2026Q4/request/answered", 2});
    batch.figures.push_back({"2026Q4/request/answered", -1});
    store().append(batch);
    const auto figures = store().figures();
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0].key, "2026Q4/request/answered");
    EXPECT_EQ(figures[0].add, 1);
    EXPECT_EQ(figures[1].add, 5);
}

TEST_P(StoreContract, RemembersCommandKeysUntilTheyAreForgotten) {
    const auto batch = sample_batch(0, 3);
    store().append(batch);
    const auto key = store().key(batch.keys[1].key).value();
    EXPECT_EQ(key.digest, batch.keys[1].digest);
    EXPECT_EQ(key.first, 1U);
    EXPECT_EQ(key.count, 1U);
    EXPECT_EQ(key.at, Instant{1});
    EXPECT_EQ(key.code, batch.keys[1].code);
    store().forget_keys_before(Instant{1});
    EXPECT_FALSE(store().key(batch.keys[0].key).has_value());
    EXPECT_TRUE(store().key(batch.keys[1].key).has_value());
}

TEST_P(StoreContract, DropsAndRefillsViewsButNotTheRecord) {
    const auto batch = sample_batch(0, 3);
    store().append(batch);
    store().index_search(3, {{{1}, "lamp"}});
    store().drop_views();
    EXPECT_THAT(store().open_matters(), IsEmpty());
    EXPECT_THAT(store().figures(), IsEmpty());
    EXPECT_EQ(store().office_state(), "");
    EXPECT_EQ(store().search_mark(), 0U);
    EXPECT_THAT(store().search("lamp", 9), IsEmpty());
    EXPECT_EQ(store().size(), 3U);
    EXPECT_TRUE(store().key(batch.keys[0].key).has_value());
    store().rebuild_batch({batch.matter_rows[0]}, {{"f", 1}}, "half");
    store().rebuild_batch({batch.matter_rows[2]}, {{"f", 2}}, "whole");
    EXPECT_EQ(store().open_matters().size(), 2U);
    EXPECT_EQ(store().figures().at(0).add, 3);
    EXPECT_EQ(store().office_state(), "whole");
}

TEST_P(StoreContract, ErasesOneFieldOrAll) {
    store().append(sample_batch(0, 3));
    auto batch = sample_batch(3, 1);
    batch.erasures = {{0, "request.name"}, {2, ""}, {1, "no such field"}, {99, ""}};
    store().append(batch);
    EXPECT_THAT(names_of(store().entries(0, 1, true).at(0).content), ElementsAre("request.words"));
    EXPECT_EQ(store().entries(1, 1, true).at(0).content.size(), 2U);
    EXPECT_THAT(store().entries(2, 1, true).at(0).content, IsEmpty());
    EXPECT_EQ(store().entries(2, 1, true).at(0).leaf, sample_entry(2).leaf);
    EXPECT_EQ(store().entries(2, 1, true).at(0).frame, sample_entry(2).frame);
    store().scrub();
    EXPECT_EQ(store().size(), 4U);
}

TEST_P(StoreContract, ErasingTwiceIsErasingOnce) {
    store().append(sample_batch(0, 1));
    auto batch = sample_batch(1, 1);
    batch.erasures = {{0, ""}, {0, "request.name"}};
    store().append(batch);
    EXPECT_THAT(store().entries(0, 1, true).at(0).content, IsEmpty());
}

TEST_P(StoreContract, ShowsReadersWholeBatchesOnly) {
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (std::uint64_t i = 0; i < 40; ++i) store().append(sample_batch(5 * i, 5));
        done = true;
    });
    while (!done) {
        const auto entries = store().entries(0, 1000, true);
        EXPECT_EQ(entries.size() % 5, 0U);
        for (const auto& entry : entries) EXPECT_EQ(entry.content.size(), 2U);
        const std::uint64_t before = store().size();
        EXPECT_GE(store().entries(0, 1000, false).size(), before);
    }
    writer.join();
    EXPECT_EQ(store().size(), 200U);
}

}  // namespace
}  // namespace hearth::tests
