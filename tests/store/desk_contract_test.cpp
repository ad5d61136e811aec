#include <gmock/gmock.h>

#include "tests/store/sample_batch.hpp"
#include "tests/store/store_contract.hpp"

// What every store promises of the list of a desk.
namespace hearth::tests {
namespace {

using record::DeskQuestion;
using testing::ElementsAre;
using testing::IsEmpty;

base::MatterId id(std::int64_t number) { return {number}; }

/// Six open matters: 1 to 6, due in the order 3 1 2, then 4, 5 and 6 without a term.
record::Batch six_matters() {
    record::Batch batch = sample_batch(0, 6);
    const std::array<std::optional<base::Instant>, 6> due = {
        base::Instant{200}, base::Instant{300}, base::Instant{100}, {}, {}, {}};
    for (std::size_t i = 0; i < due.size(); ++i) {
        batch.matter_rows[i].open = true;
        batch.matter_rows[i].due = due.at(i);
    }
    return batch;
}

DeskQuestion here() { return {{"village"}, {}}; }

std::vector<std::int64_t> numbers(const std::vector<record::MatterRow>& rows) {
    std::vector<std::int64_t> all;
    for (const record::MatterRow& row : rows) all.push_back(row.id.number);
    return all;
}

class DeskContract : public StoreContract {
protected:
    std::vector<std::int64_t> shown(const DeskQuestion& question) {
        auto rows = numbers(store().on_desk(question, 0, 100));
        EXPECT_EQ(store().count_on_desk(question), rows.size());
        return rows;
    }
};

TEST_P(DeskContract, ListsOpenMattersByTheEndOfTheirTermAndThenTheRest) {
    auto batch = six_matters();
    batch.matter_rows[4].open = false;
    batch.matter_rows[1].due = base::Instant{100};
    store().append(batch);
    EXPECT_THAT(shown(here()), ElementsAre(2, 3, 1, 4, 6));
    EXPECT_EQ(store().on_desk(here(), 0, 1).at(0).folded, batch.matter_rows[1].folded);
}

TEST_P(DeskContract, GivesAPageOfThem) {
    store().append(six_matters());
    EXPECT_THAT(numbers(store().on_desk(here(), 1, 3)), ElementsAre(1, 2, 4));
    EXPECT_THAT(numbers(store().on_desk(here(), 5, 3)), ElementsAre(6));
    EXPECT_THAT(store().on_desk(here(), 6, 3), IsEmpty());
}

TEST_P(DeskContract, LeavesOutReportsAboutTheOfficeOfTheDesk) {
    auto batch = six_matters();
    batch.matter_rows[0].accused = {"village"};
    batch.matter_rows[1].accused = {"township"};
    store().append(batch);
    EXPECT_THAT(shown(here()), ElementsAre(3, 2, 4, 5, 6));
    EXPECT_EQ(store().matter(id(2)).value().accused, base::OfficeId{"township"});
}

TEST_P(DeskContract, AsksByProcedureAndByWhoseTurnItIs) {
    auto batch = six_matters();
    batch.matter_rows[0].procedure = {"mediation"};
    batch.matter_rows[1].owner = {"county"};
    batch.matter_rows[2].owner = {};
    store().append(batch);
    auto question = here();
    question.procedure = {"mediation"};
    EXPECT_THAT(shown(question), ElementsAre(1));
    question = here();
    question.turn = DeskQuestion::Turn::ours;
    EXPECT_THAT(shown(question), ElementsAre(1, 4, 5, 6));
    question.turn = DeskQuestion::Turn::theirs;
    EXPECT_THAT(shown(question), ElementsAre(2));
    question.turn = DeskQuestion::Turn::resident;
    EXPECT_THAT(shown(question), ElementsAre(3));
}

TEST_P(DeskContract, AsksByTheEndOfTheTerm) {
    store().append(six_matters());
    auto question = here();
    question.due_before = base::Instant{200};
    EXPECT_THAT(shown(question), ElementsAre(3));
    question = here();
    question.due_from = base::Instant{200};
    EXPECT_THAT(shown(question), ElementsAre(1, 2));
    question.due_before = base::Instant{300};
    EXPECT_THAT(shown(question), ElementsAre(1));
}

TEST_P(DeskContract, AsksByWhatHappenedSince) {
    auto batch = six_matters();
    for (auto& row : batch.matter_rows) row.opened_at = row.changed_at = base::Instant{10};
    batch.matter_rows[0].opened_at = base::Instant{20};
    batch.matter_rows[0].changed_at = batch.matter_rows[1].changed_at = base::Instant{20};
    store().append(batch);
    auto question = here();
    question.opened_since = base::Instant{20};
    EXPECT_THAT(shown(question), ElementsAre(1));
    question = here();
    question.changed_since = base::Instant{11};
    EXPECT_THAT(shown(question), ElementsAre(1, 2));
}

TEST_P(DeskContract, AsksAmongThoseThatASearchFound) {
    store().append(six_matters());
    auto question = here();
    question.among = {id(5), id(2), id(99)};
    EXPECT_THAT(shown(question), ElementsAre(2, 5));
    question.among.emplace();
    EXPECT_THAT(shown(question), IsEmpty());
}

TEST_P(DeskContract, ReadsSeveralMattersAtOnce) {
    store().append(six_matters());
    auto later = sample_batch(6, 3);
    later.matters = {id(2), id(1), id(2)};
    later.erasures = {{1, "request.name"}, {7, ""}};
    store().append(later);
    const auto openings = store().openings_of({id(2), id(1), id(99)});
    ASSERT_EQ(openings.size(), 2U);
    EXPECT_EQ(openings[0].index, 0U);
    EXPECT_EQ(openings[0].leaf, sample_entry(0).leaf);
    EXPECT_EQ(openings[0].frame, sample_entry(0).frame);
    ASSERT_EQ(openings[0].content.size(), 2U);
    EXPECT_EQ(openings[0].content[1].disclosure, sample_entry(0).content[1].disclosure);
    EXPECT_EQ(openings[1].matter, id(2));
    EXPECT_EQ(openings[1].content.size(), 1U);
    std::vector<std::uint64_t> places;
    for (const auto& entry : store().entries_of_all({id(2), id(1)})) places.push_back(entry.index);
    EXPECT_THAT(places, ElementsAre(0, 1, 6, 7, 8));
    EXPECT_THAT(store().openings_of({}), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(, DeskContract, testing::ValuesIn(every_store()), name_of);

}  // namespace
}  // namespace hearth::tests
