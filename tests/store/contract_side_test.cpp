#include <gmock/gmock.h>

#include "tests/store/sample_batch.hpp"
#include "tests/store/store_contract.hpp"

namespace hearth::tests {
namespace {

using base::Instant;
using base::MatterId;
using testing::ElementsAre;
using testing::IsEmpty;

// Retention, outbox, search, witnesses and papers: what a store keeps beside the record.
class StoreSideContract : public StoreContract {};

INSTANTIATE_TEST_SUITE_P(, StoreSideContract, testing::ValuesIn(every_store()), name_of);

TEST_P(StoreSideContract, ListsContentWhoseRetentionEnded) {
    auto batch = sample_batch(0, 2);
    batch.entries[0].content[0].erase_at = Instant{300};
    batch.entries[1].content[1].erase_at = Instant{200};
    batch.entries[1].content[0].erase_at = Instant{100};
    store().append(batch);
    EXPECT_THAT(store().content_to_erase(Instant{99}, 10), IsEmpty());
    const auto ended = store().content_to_erase(Instant{300}, 10);
    ASSERT_EQ(ended.size(), 3U);
    EXPECT_EQ(ended[0].entry, 1U);
    EXPECT_EQ(ended[0].name, "request.words");
    EXPECT_EQ(ended[1].name, "request.name");
    EXPECT_EQ(ended[2].entry, 0U);
    EXPECT_EQ(store().content_to_erase(Instant{300}, 1).size(), 1U);
}

TEST_P(StoreSideContract, StartsAndStopsTheRetentionOfAMatterByItsMark) {
    store().append(sample_batch(0, 2));
    auto closing = sample_batch(2, 1);
    closing.matters = {{1}};
    closing.entries[0].content[1].keep = "10y closed";
    closing.retention_ends = {{{1}, "5y closed", Instant{100}}, {{1}, "no such mark", Instant{50}}};
    store().append(closing);
    const auto ended = store().content_to_erase(Instant{100}, 10);
    ASSERT_EQ(ended.size(), 3U);
    EXPECT_EQ(ended[0].entry, 0U);
    EXPECT_EQ(ended[2].entry, 2U);
    EXPECT_EQ(ended[2].name, "request.words");
    EXPECT_EQ(store().entries_of({1}).at(0).content.at(0).erase_at, Instant{100});
    auto reopening = sample_batch(3, 1);
    reopening.retention_ends = {{{1}, "5y closed", std::nullopt}};
    store().append(reopening);
    EXPECT_THAT(store().content_to_erase(Instant{1000}, 10), IsEmpty());
    EXPECT_EQ(store().entries_of({1}).at(0).content.at(0).erase_at, std::nullopt);
}

TEST_P(StoreSideContract, ForgetsTheRetentionOfWhatIsErased) {
    auto batch = sample_batch(0, 1);
    batch.entries[0].content[0].erase_at = Instant{300};
    store().append(batch);
    auto erasing = sample_batch(1, 1);
    erasing.erasures = {{0, "request.words"}};
    store().append(erasing);
    EXPECT_THAT(store().content_to_erase(Instant{1000}, 10), IsEmpty());
    auto closing = sample_batch(2, 1);
    closing.retention_ends = {{{1}, "5y closed", Instant{300}}};
    store().append(closing);
    ASSERT_EQ(store().content_to_erase(Instant{1000}, 10).size(), 1U);
    EXPECT_EQ(store().content_to_erase(Instant{1000}, 10)[0].name, "request.name");
}

TEST_P(StoreSideContract, HandsOutTheOutboxInOrderUntilDone) {
    store().append(sample_batch(0, 3));
    const auto items = store().outbox(2);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].row.kind, "notice");
    EXPECT_EQ(items[0].row.matter, MatterId{1});
    EXPECT_EQ(items[0].row.to, "resident");
    EXPECT_EQ(items[0].row.notice, "opened");
    EXPECT_EQ(items[1].row.entry, 1U);
    store().outbox_done({items[0].id});
    EXPECT_EQ(store().outbox(9).at(0).id, items[1].id);
    std::vector<std::int64_t> rest;
    for (const auto& item : store().outbox(9)) rest.push_back(item.id);
    store().outbox_done(rest);
    EXPECT_THAT(store().outbox(9), IsEmpty());
    store().append(sample_batch(3, 1));
    EXPECT_GT(store().outbox(9).at(0).id, items[1].id + 1);
}

TEST_P(StoreSideContract, FindsChineseWordsOfAnyLength) {
    store().index_search(3, {{{1}, "村口的路灯坏了，请修路灯。"}, {{2}, "水井没有水"}, {{3}, "请修水井和路灯"}});
    EXPECT_EQ(store().search_mark(), 3U);
    EXPECT_THAT(store().search("路灯", 9), ElementsAre(MatterId{3}, MatterId{1}));
    EXPECT_THAT(store().search("水井", 9), ElementsAre(MatterId{3}, MatterId{2}));
    EXPECT_THAT(store().search("修路灯", 9), ElementsAre(MatterId{1}));
    EXPECT_THAT(store().search("水井 路灯", 9), ElementsAre(MatterId{3}));
    EXPECT_THAT(store().search("井", 9), ElementsAre(MatterId{3}, MatterId{2}));
    EXPECT_THAT(store().search("灯", 9), ElementsAre(MatterId{3}, MatterId{1}));
    EXPECT_THAT(store().search("灯坏了请", 9), IsEmpty());
    EXPECT_THAT(store().search("电", 9), IsEmpty());
    EXPECT_THAT(store().search("路灯", 1), ElementsAre(MatterId{3}));
}

TEST_P(StoreSideContract, FindsWordsOfOtherScriptsAndMixedText) {
    store().index_search(2, {{{1}, "The street-lamp at No. 7 is dark"}, {{2}, "A4纸 printer 打印机"}});
    EXPECT_THAT(store().search("STREET", 9), ElementsAre(MatterId{1}));
    EXPECT_THAT(store().search("lamp dark", 9), ElementsAre(MatterId{1}));
    EXPECT_THAT(store().search("str", 9), IsEmpty());
    EXPECT_THAT(store().search("A4纸", 9), ElementsAre(MatterId{2}));
    EXPECT_THAT(store().search("", 9), IsEmpty());
    EXPECT_THAT(store().search("\"*() - ,。—", 9), IsEmpty());
    EXPECT_THAT(store().search("NOT lamp", 9), IsEmpty());
}

TEST_P(StoreSideContract, ReplacesAndRemovesSearchText) {
    store().index_search(1, {{{1}, "路灯"}});
    store().index_search(2, {{{1}, "水井"}});
    EXPECT_THAT(store().search("路灯", 9), IsEmpty());
    EXPECT_THAT(store().search("水井", 9), ElementsAre(MatterId{1}));
    store().index_search(3, {{{1}, ""}});
    EXPECT_THAT(store().search("水井", 9), IsEmpty());
}

TEST_P(StoreSideContract, TakesAMatterOutOfTheSearchWhenItsContentIsErased) {
    store().append(sample_batch(0, 2));
    store().index_search(2, {{{1}, "lamp"}, {{2}, "lamp"}});
    auto batch = sample_batch(2, 1);
    batch.erasures = {{0, ""}};
    store().append(batch);
    EXPECT_THAT(store().search("lamp", 9), ElementsAre(MatterId{2}));
    store().scrub();
    EXPECT_THAT(store().search("lamp", 9), ElementsAre(MatterId{2}));
    EXPECT_EQ(store().search_mark(), 2U);
    EXPECT_THAT(store().search_stale(9), ElementsAre(MatterId{1}));
    store().index_search(3, {{{1}, "house"}});
    EXPECT_THAT(store().search_stale(9), IsEmpty());
    EXPECT_THAT(store().search("house", 9), ElementsAre(MatterId{1}));
}

TEST_P(StoreSideContract, ReplacesWhatWasWitnessedOnlyFromTheSizeNamed) {
    EXPECT_FALSE(store().set_witnessed("a.example/o/x", 5, {7, "seven"}));
    EXPECT_FALSE(store().witnessed("a.example/o/x").has_value());
    EXPECT_TRUE(store().set_witnessed("a.example/o/x", 0, {5, "five"}));
    EXPECT_FALSE(store().set_witnessed("a.example/o/x", 4, {9, "nine"}));
    EXPECT_TRUE(store().set_witnessed("a.example/o/x", 5, {9, "nine"}));
    EXPECT_EQ(store().witnessed("a.example/o/x").value().size, 9U);
    EXPECT_EQ(store().witnessed("a.example/o/x").value().checkpoint, "nine");
    EXPECT_FALSE(store().witnessed("b.example/o/x").has_value());
}

TEST_P(StoreSideContract, KeepsTheCosignedCheckpoint) {
    EXPECT_EQ(store().cosigned_checkpoint(), "");
    store().set_cosigned_checkpoint("one");
    store().set_cosigned_checkpoint("two");
    EXPECT_EQ(store().cosigned_checkpoint(), "two");
}

TEST_P(StoreSideContract, KeepsTheKeyOfAPaperUntilItsFieldIsErased) {
    auto batch = sample_batch(0, 2);
    const record::PaperKey first{base::hex(sample_digest(1)), sample_digest(11), 0, "request.words"};
    const record::PaperKey second{base::hex(sample_digest(2)), sample_digest(12), 1, "request.words"};
    batch.papers = {first, second};
    store().append(batch);
    EXPECT_EQ(store().paper(first.digest), first);
    EXPECT_EQ(store().paper_digests().size(), 2U);
    EXPECT_THAT(store().dropped_papers(), IsEmpty());
    auto erasing = sample_batch(2, 1);
    erasing.erasures = {{0, "request.words"}, {1, "request.name"}};
    erasing.papers = {first};
    store().append(erasing);
    EXPECT_EQ(store().paper(first.digest), std::nullopt);
    EXPECT_EQ(store().paper(second.digest), second);
    EXPECT_THAT(store().paper_digests(), ElementsAre(second.digest));
    EXPECT_THAT(store().dropped_papers(), ElementsAre(first.digest));
}

TEST_P(StoreSideContract, KeepsEveryPackInTheOrderInWhichItCame) {
    EXPECT_THAT(store().packs(), IsEmpty());
    store().keep_pack({"first", "its files"});
    store().keep_pack({"a second", "others"});
    store().keep_pack({"first", "never replaced"});
    EXPECT_THAT(store().packs(), ElementsAre(record::PackText{"first", "its files"}, record::PackText{"a second", "others"}));
}

TEST_P(StoreSideContract, KeepsLettersUntilTheirReceiptCameAndAfterwards) {
    auto batch = sample_batch(0, 3);
    batch.letters = {{{"township"}, 1, "slip", {1}, 0, "one"},
                     {{"county"}, 1, "news", {2}, 1, "other"},
                     {{"township"}, 2, "custody", {3}, 2, "two"}};
    store().append(batch);
    const auto waiting = store().letters_waiting({"township"}, 10);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].text, "one");
    EXPECT_EQ(waiting[1].kind, "custody");
    EXPECT_EQ(waiting[1].matter, MatterId{3});
    EXPECT_EQ(waiting[1].entry, 2U);
    EXPECT_EQ(store().letters_waiting({"township"}, 1).size(), 1U);
    EXPECT_THAT(store().letters_waiting({"city"}, 10), IsEmpty());

    auto taken = waiting;
    taken.pop_back();
    taken[0].acknowledgement = "receipt";
    store().acknowledge_letters(taken);
    taken[0].acknowledgement = "another";
    store().acknowledge_letters(taken);
    EXPECT_EQ(store().letters_waiting({"township"}, 10).size(), 1U);
    const auto sent = store().letters_sent(10);
    ASSERT_EQ(sent.size(), 3U);
    EXPECT_EQ(sent[0].text, "two");
    EXPECT_EQ(sent[2].acknowledgement, "receipt");
    EXPECT_EQ(store().letters_sent(2).size(), 2U);
}

TEST_P(StoreSideContract, KnowsLettersThatCameBefore) {
    auto batch = sample_batch(0, 1);
    const std::string digest(64, 'a');
    batch.letters_received = {{{"village"}, 1, digest, 0}};
    store().append(batch);
    const auto row = store().letter_received({"village"}, 1);
    ASSERT_TRUE(row.has_value());
    EXPECT_EQ(row->digest, digest);
    EXPECT_EQ(row->entry, 0U);
    EXPECT_FALSE(store().letter_received({"village"}, 2).has_value());
    EXPECT_FALSE(store().letter_received({"township"}, 1).has_value());
}

TEST_P(StoreSideContract, ListsOpenMattersOfAProcedureInAState) {
    auto batch = sample_batch(0, 3);
    batch.matter_rows[0].state = batch.matter_rows[1].state = batch.matter_rows[2].state = "overdue";
    for (auto& row : batch.matter_rows) {
        row.procedure = {"lateness"};
        row.open = true;
    }
    batch.matter_rows[0].changed_at = Instant{30};
    batch.matter_rows[1].changed_at = Instant{20};
    batch.matter_rows[2].open = false;
    store().append(batch);
    const auto rows = store().open_matters_in({"lateness"}, "overdue", 10);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].id, MatterId{2});
    EXPECT_EQ(store().open_matters_in({"lateness"}, "overdue", 1).size(), 1U);
    EXPECT_THAT(store().open_matters_in({"lateness"}, "watched", 10), IsEmpty());
    EXPECT_THAT(store().open_matters_in({"request"}, "overdue", 10), IsEmpty());
}

}  // namespace
}  // namespace hearth::tests
