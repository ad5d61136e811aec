#include <algorithm>
#include <future>
#include <thread>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "record/checkpoint.hpp"
#include "record/receipt.hpp"
#include "record/tlog_proof.hpp"
#include "tests/clerk/clerk_on_memory.hpp"

namespace hearth::clerk {
namespace {

using tests::ask;
using tests::at;
using tests::by_post;
using tests::ClerkOnMemory;

TEST_F(ClerkOnMemory, AnswersWithNumberCodeTermAndReceipt) {
    start(settings());
    const Acknowledged answer = accepted(ask(clock_.now(), 1));
    EXPECT_EQ(answer.matter.number, 1);
    EXPECT_EQ(answer.number, "V-2026-0001");
    EXPECT_EQ(answer.code.size(), 19U);
    EXPECT_EQ(answer.state, "received");
    EXPECT_EQ(answer.due_day, "2026-03-16");
    EXPECT_EQ(answer.owner.text, "village");
    EXPECT_EQ(answer.count, 1U);
    EXPECT_NE(answer.receipt.find(answer.code), std::string::npos);
    EXPECT_EQ(store_.size(), 1U);
    EXPECT_EQ(clerk_->health().size, 1U);
}

TEST_F(ClerkOnMemory, SaysThatADayBeyondThePublishedYearsMayStillMove) {
    start(settings());
    EXPECT_FALSE(accepted(ask(clock_.now(), 1)).due_provisional);
    clock_.set(at("2026-12-28", 9));
    const Acknowledged late = accepted(ask(clock_.now(), 2));
    EXPECT_TRUE(late.due_day.starts_with("2027-"));
    EXPECT_TRUE(late.due_provisional);
}

TEST_F(ClerkOnMemory, ProvesEveryReceiptOfABatchUnderOneCheckpoint) {
    start(settings());
    std::vector<std::promise<Outcome>> promises(700);
    for (std::size_t i = 0; i < promises.size(); ++i) {
        clerk_->submit(ask(clock_.now(), static_cast<int>(i)), {},
                       [&promises, i](Outcome o) { promises[i].set_value(std::move(o)); });
    }
    for (auto& promise : promises) {
        const Outcome outcome = promise.get_future().get();
        ASSERT_TRUE(outcome.answer());
        const auto receipt = record::parse_receipt(outcome.answer()->receipt);
        ASSERT_TRUE(receipt);
        const auto proof = record::parse_tlog_proof(receipt->proof);
        ASSERT_TRUE(proof);
        const auto checkpoint = record::read_checkpoint(proof->checkpoint);
        ASSERT_TRUE(checkpoint);
        EXPECT_TRUE(record::verify_inclusion(proof->index, checkpoint->checkpoint.size, record::leaf_hash(receipt->leaf),
                                             proof->hashes, checkpoint->checkpoint.root));
    }
    EXPECT_EQ(store_.size(), 700U);
    const auto last = record::read_checkpoint(store_.checkpoint());
    ASSERT_TRUE(last);
    EXPECT_EQ(last->checkpoint.root, root_of_leaves(700));
    EXPECT_LT(clerk_->health().batches, 702U);
}

TEST_F(ClerkOnMemory, GivesTheSameAnswerAgainForTheSameKey) {
    start(settings());
    const Acknowledged first = accepted(ask(clock_.now(), 1), {"api", "k1"});
    clock_.advance_ms(5000);
    const Acknowledged again = accepted(ask(clock_.now(), 1), {"api", "k1"});
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.code, first.code);
    EXPECT_EQ(again.first, first.first);
    EXPECT_EQ(again.receipt, first.receipt);
    EXPECT_EQ(store_.size(), 1U);
    EXPECT_FALSE(accepted(ask(clock_.now(), 1), {"web", "k1"}).repeated) << "the key of somebody else";
    accepted(ask(clock_.now(), 1), {"api", "k2"});
    EXPECT_EQ(store_.size(), 3U);
    // Under a later checkpoint the receipt has a longer proof of the same act.
    const Acknowledged later = accepted(ask(clock_.now(), 1), {"api", "k1"});
    EXPECT_EQ(record::parse_receipt(later.receipt)->leaf, record::parse_receipt(first.receipt)->leaf);
    EXPECT_EQ(record::parse_receipt(later.receipt)->disclosures, record::parse_receipt(first.receipt)->disclosures);
}

TEST_F(ClerkOnMemory, RefusesTheSameKeyWithOtherContent) {
    start(settings());
    accepted(ask(clock_.now(), 1), {"api", "k1"});
    office::Command other = ask(clock_.now(), 1);
    other.fields["kind"] = "water";
    EXPECT_EQ(refused(other, {"api", "k1"}), "refused conflict clerk/same_key_other_content");
    EXPECT_EQ(store_.size(), 1U);
}

TEST_F(ClerkOnMemory, RecordsAKeyOnceEvenWithinOneBatch) {
    start(settings());
    std::vector<std::promise<Outcome>> promises(40);
    for (auto& promise : promises) {
        clerk_->submit(ask(clock_.now(), 1), {"api", "k1"}, [&promise](Outcome o) { promise.set_value(std::move(o)); });
    }
    std::string code;
    for (auto& promise : promises) {
        const Outcome outcome = promise.get_future().get();
        ASSERT_TRUE(outcome.answer());
        if (code.empty()) code = outcome.answer()->code;
        EXPECT_EQ(outcome.answer()->code, code);
    }
    EXPECT_EQ(store_.size(), 1U);
}

TEST_F(ClerkOnMemory, TellsTheRuleThatSaysNoAndRecordsNothing) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    EXPECT_EQ(refused(of_resident("confirm")).substr(0, 35), "refused out_of_order borrow/confirm");
    office::Command lost = of_resident("confirm");
    lost.matter = base::MatterId{9};
    EXPECT_EQ(refused(lost).substr(0, 31), "refused not_found office/matter");
    EXPECT_EQ(store_.size(), 1U);
}

TEST_F(ClerkOnMemory, LoadsAQuietMatterWhenACommandNeedsIt) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    accepted(answer_of_office());
    accepted(of_resident("confirm"));
    EXPECT_FALSE(store_.matter({1})->open);
    EXPECT_EQ(clerk_->matter({1})->state, "closed");
    office::Command reopen = of_resident("reopen");
    reopen.fields["words"] = "It fell in again.";
    reopen.facts_date = base::parse_date("2026-03-02").value();
    EXPECT_EQ(accepted(reopen).state, "received");
    EXPECT_TRUE(store_.matter({1})->open);
}

TEST_F(ClerkOnMemory, ResumesWhereTheLastOneStopped) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    const std::string before = clerk_->checkpoint();
    start(settings());
    EXPECT_EQ(clerk_->checkpoint(), before);
    EXPECT_EQ(accepted(ask(clock_.now(), 2)).number, "V-2026-0002");
    EXPECT_EQ(record::read_checkpoint(store_.checkpoint())->checkpoint.root, root_of_leaves(2));
}

TEST_F(ClerkOnMemory, RefusesToSignOnUnderAnotherKeyOrOrigin) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    clerk_ = nullptr;
    const tests::FixedSigner stranger(2);
    EXPECT_THROW(Clerk(Tools{store_, stranger, clock_, randomness_}, settings()), base::Fault);
    Settings elsewhere = settings();
    elsewhere.origin = "hearth.example/o/hamlet";
    EXPECT_THROW(Clerk(Tools{store_, signer_, clock_, randomness_}, elsewhere), base::Fault);
}

TEST_F(ClerkOnMemory, LetsATermEndByItself) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    for (int day = 2; day <= 16; ++day) {
        clock_.set(at("2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day), 23));
        clerk_->tick();
    }
    EXPECT_EQ(store_.size(), 1U) << "the last day is not over";
    clock_.set(at("2026-03-17", 0));
    clock_.advance_ms(1999);
    clerk_->tick();
    EXPECT_EQ(store_.size(), 1U) << "something received before midnight may still be on its way";
    clock_.advance_ms(1);
    clerk_->tick();
    EXPECT_EQ(store_.size(), 2U);
    EXPECT_EQ(clerk_->matter({1})->state, "late");
    EXPECT_EQ(clerk_->matter({1})->owner.text, "township");
}

TEST_F(ClerkOnMemory, DecidesWhatWasReceivedBeforeATermEndedFirst) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    accepted(ask(clock_.now(), 2));
    office::Command in_time = answer_of_office();
    in_time.received_at = {at("2026-03-17", 0).ms - 1};
    office::Command too_late = answer_of_office();
    too_late.matter = base::MatterId{2};
    too_late.received_at = at("2026-03-17", 0);
    for (int day = 2; day <= 16; ++day) {
        clock_.set(at("2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day), 23));
        clerk_->tick();
    }
    clock_.set({at("2026-03-17", 0).ms + 60'000});
    accepted(in_time);
    EXPECT_EQ(clerk_->matter({1})->state, "answered");
    refused(too_late);
    const auto second = store_.entries_of({2});
    ASSERT_GE(second.size(), 2U);
    EXPECT_EQ(record::open_frame(second[1].frame)->act, "expired");
}

TEST_F(ClerkOnMemory, LetsNothingEndWhenTheClockIsTenYearsAhead) {
    start(settings());
    for (int i = 0; i < 5; ++i) accepted(ask(clock_.now(), i));
    const base::Instant right = clock_.now();
    clock_.set(at("2036-03-02", 9));
    clerk_->tick();
    EXPECT_EQ(store_.size(), 5U);
    EXPECT_EQ(clerk_->health().clock, ClockState::ahead_of_record);
    const Outcome waiting = clerk_->submit_and_wait(ask(clock_.now(), 6));
    ASSERT_TRUE(waiting.broke());
    EXPECT_EQ(clerk_->health().trouble, "clerk/clock_far_ahead");
    EXPECT_NE(clerk_->health().trouble_words.find("2036-03-02"), std::string::npos);
    EXPECT_EQ(store_.size(), 5U);
    clock_.set({right.ms + 1000});
    accepted(ask(clock_.now(), 6));
    EXPECT_EQ(clerk_->health().clock, ClockState::steady);
    EXPECT_EQ(clerk_->health().trouble, "");
}

TEST_F(ClerkOnMemory, LetsTermsStandStillAfterALeapUntilTheOperatorConfirms) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    clock_.set(at("2026-05-20", 9));
    clerk_->tick();
    EXPECT_EQ(store_.size(), 1U);
    accepted(ask(clock_.now(), 2));
    clerk_->tick();
    EXPECT_EQ(clerk_->matter({1})->state, "received") << "an act under a doubted clock proves nothing about it";
    office::Command confirm;
    confirm.act = "clock_confirmed";
    confirm.received_at = clock_.now();
    EXPECT_EQ(refused(confirm).substr(0, 37), "refused not_permitted clerk/office_ac");
    confirm.by.kind = record::Actor::Kind::operator_;
    accepted(confirm);
    clerk_->tick();
    EXPECT_EQ(clerk_->matter({1})->state, "late");
}

TEST_F(ClerkOnMemory, LetsTermsEndByThemselvesAfterAWeekendSwitchedOff) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    clerk_.reset();
    Settings closed_for_long = settings();
    closed_for_long.outage_ms = 20LL * 86'400'000;
    clock_.set(at("2026-03-20", 9));
    start(closed_for_long);
    clerk_->tick();
    EXPECT_EQ(clerk_->health().clock, ClockState::settling);
    EXPECT_EQ(clerk_->matter({1})->state, "received") << "nothing ends before the clock has shown that it moves evenly";
    for (int minute = 0; minute < 5; ++minute) {
        clock_.advance_ms(60'000);
        clerk_->tick();
    }
    EXPECT_EQ(clerk_->health().clock, ClockState::steady);
    clerk_->tick();
    EXPECT_EQ(clerk_->matter({1})->state, "late");
}

TEST_F(ClerkOnMemory, TakesTheTimeOfTheLastActWhenTheClockIsBehind) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    clock_.advance_ms(-5000);
    const Acknowledged second = accepted(ask(clock_.now(), 2));
    const auto frame = record::open_frame(store_.entries(second.first, 1, false).at(0).frame);
    EXPECT_EQ(frame->recorded_at, at("2026-03-02", 9));
    EXPECT_EQ(frame->received_at.ms, at("2026-03-02", 9).ms - 5000);
}

TEST_F(ClerkOnMemory, ErasesOnTheOperatorsOrder) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    const Outcome outcome = clerk_->erase_and_wait({{{0, "request.points"}}, "request"});
    ASSERT_TRUE(outcome.answer());
    const auto first = store_.entries(0, 1, true).at(0);
    for (const auto& field : first.content) EXPECT_NE(field.name, "request.points");
    const auto erased = record::open_frame(store_.entries(1, 1, false).at(0).frame);
    EXPECT_EQ(erased->act, "erased");
    EXPECT_EQ(erased->facts.at("erased"), base::Json::parse(R"([{"entry":0,"name":"request.points"}])"));
    const Outcome again = clerk_->erase_and_wait({{{0, "request.points"}}, "request"});
    EXPECT_EQ(again.answer().error().rule, "clerk/content_to_erase");
    EXPECT_EQ(clerk_->erase_and_wait({{{77, ""}}, "request"}).answer().error().rule, "clerk/entry_to_erase");
}

TEST_F(ClerkOnMemory, ErasesWhatWasKeptLongEnoughByItself) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    const auto has_points = [&] {
        const auto content = store_.entries(0, 1, true).at(0).content;
        return std::ranges::any_of(content, [](const auto& field) { return field.name == "request.points"; });
    };
    for (std::int64_t day = 1; day <= 365; ++day) {  // kept for a year from receipt
        clock_.advance_ms(86'400'000);
        clerk_->tick();
        ASSERT_TRUE(has_points() || day == 365);
    }
    clock_.advance_ms(86'400'000);
    clerk_->tick();
    EXPECT_FALSE(has_points());
    const auto last = record::open_frame(store_.entries(store_.size() - 1, 1, false).at(0).frame);
    EXPECT_EQ(last->act, "erased");
    EXPECT_EQ(last->by.kind, record::Actor::Kind::clock);
}

TEST_F(ClerkOnMemory, EncryptsSealedFieldsBeforeAnybodySeesThem) {
    Settings with_key = settings();
    with_key.box_keys[{"village"}] = base::Bytes32{9};
    start(with_key);
    office::Command command = ask(clock_.now(), 1);
    command.fields["name"] = "Qaragana";
    accepted(command);
    const auto first = store_.entries(0, 1, true).at(0);
    for (const auto& field : first.content) {
        if (field.name != "request.name") continue;
        const auto value = record::open_disclosure(field.disclosure)->value;
        EXPECT_TRUE(value.at("to").contains("village"));
        EXPECT_EQ(value.dump().find("Qaragana"), std::string::npos);
    }
    start(settings());
    EXPECT_EQ(refused(command), "refused not_permitted clerk/no_key_of_reader (name) village");
}

TEST_F(ClerkOnMemory, FindsWordsInNewActsSoonAfter) {
    start(settings());
    accepted(ask(clock_.now(), 1));
    for (int i = 0; i < 100 && store_.search_mark() < 1; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(store_.search("culvert", 10), std::vector<base::MatterId>{{1}});
}

TEST_F(ClerkOnMemory, ShowsStrangersOnlyTheRecordOfTheLastHour) {
    auto with_hours = std::make_shared<procedure::Ruleset>(*rules_);
    with_hours->pack.checkpoint_hours = {"12:00"};
    rules_ = with_hours;
    start(settings());
    accepted(ask(clock_.now(), 1));
    EXPECT_EQ(clerk_->served_checkpoint(), "");
    clock_.set(at("2026-03-02", 12));
    clerk_->tick();
    const std::string noon = clerk_->served_checkpoint();
    EXPECT_EQ(noon, clerk_->checkpoint());
    clock_.advance_ms(1);
    accepted(ask(clock_.now(), 2));
    EXPECT_EQ(clerk_->served_checkpoint(), noon);
    EXPECT_NE(clerk_->checkpoint(), noon);
    start(settings());
    clerk_->tick();
    EXPECT_EQ(clerk_->served_checkpoint(), noon) << "a restart shows no more than before";
}

}  // namespace
}  // namespace hearth::clerk
