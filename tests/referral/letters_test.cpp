#include <gtest/gtest.h>

#include <algorithm>
#include <future>

#include "base/json.hpp"
#include "clerk/receipt_code.hpp"
#include "matter/fold.hpp"
#include "record/disclosure.hpp"
#include "tests/support/region_acts.hpp"
#include "tests/support/shipped_rules.hpp"

namespace hearth::tests {
namespace {

class Letters : public testing::Test {
protected:
    /// A matter that the resident has contested, so that the township must review it; the letter has not gone yet.
    std::string contested() {
        const std::string code = people_.raise("village");
        for (const auto& [who, act] :
             {std::pair{"handler@village", "accept"}, {"handler@village", "support"}, {"resident", "contest"}}) {
            const auto outcome = people_.act("village", code, who, act);
            EXPECT_TRUE(outcome.answer()) << act;
        }
        return code;
    }
    std::string state_at(const std::string& office, const std::string& code) {
        const auto matter = region_.matter(office, code);
        return matter ? matter->state + (matter->custodian.empty() ? "" : " at " + matter->custodian.text) : "nothing";
    }
    base::Json answer_of(const std::string& office, const std::string& bag) {
        std::promise<std::string> answer;
        region_.desk(office).receive(bag, [&](std::string lines) { answer.set_value(std::move(lines)); });
        const std::string lines = answer.get_future().get();
        return base::Json::parse(lines.substr(0, lines.find('\n')));
    }
    std::string rule_of(const base::Json& answer) {
        return answer.contains("refused") ? answer["refused"]["rule"].get<std::string>() : answer.begin().key();
    }
    /// Acts with which letters came into this office.
    std::vector<record::Frame> received(const std::string& office) {
        std::vector<record::Frame> frames;
        for (const auto& entry : region_.store(office).entries(0, 100'000, false)) {
            auto frame = record::open_frame(entry.frame);
            if (frame->act == matter::k_letter_received) frames.push_back(std::move(*frame));
        }
        return frames;
    }
    std::uint64_t sent(const std::string& from, const std::string& to) {
        std::uint64_t count = 0;
        for (const auto& letter : region_.store(from).letters_sent(100'000)) count += letter.to.text == to ? 1 : 0;
        return count;
    }
    std::string bytes_of(const std::string& office) {
        std::string all;
        for (const auto& entry : region_.store(office).entries(0, 100'000, true)) {
            for (const auto& field : entry.content) {
                const auto opened = office::open_field(field);
                if (opened) all += opened->value.dump();
            }
        }
        return all;
    }

    Region region_{{"village", "township", "county"}, shipped_rules(), on("2026-03-02")};
    RegionActs people_{region_};
};

TEST_F(Letters, ArriveExactlyOnceAndInOrderWhateverHappensOnTheRoad) {
    cli::demo::Dice dice(7);
    region_.on_the_road([&] { return static_cast<Mishap>(dice.roll(5)); });
    std::vector<std::string> codes;
    for (int i = 0; i < 12; ++i) {
        codes.push_back(contested());
        if (i % 3 == 0) region_.carry_once();
        if (i == 6) {
            region_.switch_off("township");
            region_.switch_on("township");
        }
    }
    region_.settle();
    for (const std::string& code : codes) {
        EXPECT_EQ(state_at("township", code), "review");
        EXPECT_EQ(state_at("village", code), "review at township");
    }
    std::uint64_t expected = 0;
    for (const record::Frame& frame : received("township")) {
        if (frame.facts.at("from") != "village") continue;
        EXPECT_EQ(frame.facts.at("sequence"), ++expected);
    }
    EXPECT_EQ(expected, sent("village", "township"));
    EXPECT_EQ(region_.fault(), "");
}

TEST_F(Letters, ArePrintedInBothRecordsAndTheReceiptIsKept) {
    const std::string code = contested();
    region_.settle();
    const auto letters = region_.store("village").letters_sent(1);
    ASSERT_EQ(letters.size(), 1U);
    const record::VerifierKey key{"hearth.example/o/township", record::VerifierKey::Type::note,
                                  region_.signer("township").public_key()};
    const auto frame = referral::proved_frame(letters[0].acknowledgement, key);
    ASSERT_TRUE(frame) << to_string(frame.error());
    EXPECT_EQ(frame->facts.at("letter"), office::digest_of(letters[0].text));
    const record::VerifierKey other{"hearth.example/o/village", record::VerifierKey::Type::note,
                                    region_.signer("village").public_key()};
    EXPECT_FALSE(referral::proved_frame(letters[0].acknowledgement, other));
}

TEST_F(Letters, BringWhatTheNextOwnerMayReadAndNeverTheCode) {
    const std::string code = contested();
    region_.settle();
    const std::string there = bytes_of("township");
    EXPECT_NE(there.find("It fell in on Monday morning."), std::string::npos);
    EXPECT_EQ(there.find(code), std::string::npos) << "the code is the resident's key";
    EXPECT_EQ(bytes_of("village").find(code), std::string::npos) << "no entry keeps it";
}

TEST_F(Letters, ThatAreErasedAreErasedInEveryCopy) {
    const std::string code = contested();
    region_.settle();
    const auto id = region_.matter("village", code)->id;
    clerk::ErasureOrder order{{}, "request"};
    for (const auto& entry : region_.store("village").entries_of(id)) order.what.push_back({entry.index, ""});
    ASSERT_TRUE(region_.clerk("village").erase_and_wait(order).answer());
    EXPECT_EQ(bytes_of("village").find("Monday morning"), std::string::npos);
    EXPECT_NE(bytes_of("township").find("Monday morning"), std::string::npos);
    region_.settle();
    EXPECT_EQ(bytes_of("township").find("Monday morning"), std::string::npos);
    const auto letters = region_.store("village").letters_sent(10);
    EXPECT_TRUE(std::ranges::any_of(letters,
                                    [](const auto& letter) { return letter.kind == "erased" && !letter.acknowledgement.empty(); }));
    EXPECT_EQ(region_.fault(), "");
}

TEST_F(Letters, WrittenBeforeAnErasureAreSentWithoutIt) {
    const std::string code = contested();
    const auto id = region_.matter("village", code)->id;
    clerk::ErasureOrder order{{}, "request"};
    for (const auto& entry : region_.store("village").entries_of(id)) order.what.push_back({entry.index, ""});
    ASSERT_TRUE(region_.clerk("village").erase_and_wait(order).answer());
    region_.settle();
    EXPECT_EQ(state_at("township", code), "review");
    EXPECT_EQ(bytes_of("township").find("Monday morning"), std::string::npos);
}

TEST_F(Letters, ForgedReplayedAndCutShortAreRefusedByNameAndLeaveNoTrace) {
    const std::string code = contested();
    const std::string bag = region_.bag("village", "township");
    const std::size_t before = received("township").size();
    const auto changed = [&](const std::string& what, const std::string& into) {
        std::string copy = bag;
        copy.replace(copy.find(what), what.size(), into);
        return copy;
    };
    EXPECT_EQ(rule_of(answer_of("township", bag.substr(0, bag.find('\n')))), "base/json") << "cut short";
    EXPECT_EQ(rule_of(answer_of("township", bag.substr(0, 40) + "\n")), "base/json");
    EXPECT_EQ(rule_of(answer_of("township", "{}\n")), "referral/envelope");
    EXPECT_EQ(rule_of(answer_of("township", changed(R"(\"sequence\":1)", R"(\"sequence\":2)"))), "referral/forged");
    EXPECT_EQ(rule_of(answer_of("township", changed(R"(\"from\":\"village\")", R"(\"from\":\"county\")"))), "referral/forged");
    EXPECT_EQ(rule_of(answer_of("township", changed(R"(\"from\":\"village\")", R"(\"from\":\"elsewhere\")"))),
              "referral/unknown_sender");
    EXPECT_EQ(rule_of(answer_of("county", bag)), "referral/not_for_us");
    const std::size_t second = bag.find('\n') + 1;
    EXPECT_EQ(rule_of(answer_of("township", bag.substr(second))), "referral/gap") << "out of order";
    EXPECT_EQ(received("township").size(), before);
    EXPECT_EQ(region_.desk("township").refused().at("referral/forged"), 2U);

    EXPECT_EQ(rule_of(answer_of("township", bag)), "receipt");
    const std::size_t after = received("township").size();
    EXPECT_EQ(rule_of(answer_of("township", bag)), "receipt") << "the same again is harmless";
    EXPECT_EQ(received("township").size(), after);
}

TEST_F(Letters, OfAStrangersKeyAreForged) {
    contested();
    const std::string bag = region_.bag("village", "township");
    const FixedSigner stranger(77);
    const FakeClock clock(on("2026-03-02"));
    referral::LetterDesk desk(
        {{"township"}, {}}, {{{"village"}, {"hearth.example/o/village", record::VerifierKey::Type::note, stranger.public_key()}}},
        [](std::string_view) { return std::nullopt; }, [](office::Delivery, auto) { FAIL(); }, clock);
    std::string answer;
    desk.receive(bag.substr(0, bag.find('\n') + 1), [&](std::string lines) { answer = std::move(lines); });
    EXPECT_NE(answer.find("referral/forged"), std::string::npos) << answer;
}

}  // namespace
}  // namespace hearth::tests
