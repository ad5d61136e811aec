#include "notice/courier.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "store/memory_store.hpp"

namespace hearth::notice {
namespace {

/// An outbox with notices, readers in memory, and a mail server that answers what a test says.
class Couriers : public testing::Test {
protected:
    void outgoing(int count) {
        record::Batch batch;
        for (int i = 0; i < count; ++i)
            batch.outbox.push_back({"notice", {i + 1}, static_cast<std::uint64_t>(i), "resident", "overdue"});
        batch.first = store_.size();
        store_.append(batch);
    }
    void subscribe(std::int64_t matter, const std::string& token) {
        readers_.push_back({token, {matter}, {"p"}, token + "@example.org", "en", {0}, {}});
    }
    Courier courier() {
        return {store_,
                {[this] {
                     std::vector<base::MatterId> matters;
                     for (const auto& one : readers_) matters.push_back(one.matter);
                     return matters;
                 },
                 [this](const record::OutboxRow& row) {
                     ++asked_;
                     std::vector<people::Subscription> found;
                     for (const auto& one : readers_)
                         if (one.matter == row.matter) found.push_back(one);
                     return found;
                 },
                 [this](std::int64_t item, const std::string& token) { return sent_.contains({item, token}); },
                 [this](std::int64_t item, const std::string& token) { sent_.insert({item, token}); },
                 [this](const std::string& token, const std::string& words) {
                     for (auto& one : readers_)
                         if (one.token == token) one.bounced = words;
                 },
                 [this](const std::vector<std::int64_t>& items) {
                     std::erase_if(sent_, [&](const auto& s) { return std::ranges::find(items, s.first) != items.end(); });
                 }},
                [](const record::OutboxRow& row, const people::Subscription& reader) {
                    return Mail{reader.address, row.notice, {}, std::to_string(row.entry), {}};
                },
                [this](const Mail& mail) {
                    ++tries_;
                    const auto told = answers_.find(mail.to);
                    if (told != answers_.end() && told->second != Sending::Fate::taken) return Sending{told->second, "no"};
                    mails_.push_back(mail.to);
                    return Sending{Sending::Fate::taken, {}};
                }};
    }

    store::MemoryStore store_;
    std::vector<people::Subscription> readers_;
    std::set<std::pair<std::int64_t, std::string>> sent_;
    std::map<std::string, Sending::Fate> answers_;
    std::vector<std::string> mails_;
    int tries_ = 0;
    int asked_ = 0;  // how often the readers of one matter were looked up
};

TEST_F(Couriers, SendEachEventOnceToEveryReaderAndEmptyTheOutbox) {
    outgoing(450);
    subscribe(1, "ana");
    subscribe(1, "bo");
    subscribe(449, "cai");
    Courier one = courier();
    EXPECT_FALSE(one.round());
    EXPECT_EQ(mails_, (std::vector<std::string>{"ana@example.org", "bo@example.org", "cai@example.org"}));
    EXPECT_TRUE(store_.outbox(1).empty()) << "what nobody wants by mail is done too";
    EXPECT_TRUE(sent_.empty());
    EXPECT_EQ(asked_, 2) << "nobody is looked up where nobody wants news";
    EXPECT_FALSE(one.round());
    EXPECT_EQ(mails_.size(), 3U);
}

TEST_F(Couriers, TryAgainOnlyForWhoeverHasNotHadIt) {
    outgoing(1);
    subscribe(1, "ana");
    subscribe(1, "bo");
    answers_["ana@example.org"] = Sending::Fate::later;
    Courier one = courier();
    EXPECT_TRUE(one.round());
    EXPECT_EQ(one.trouble(), "no");
    EXPECT_EQ(mails_, (std::vector<std::string>{"bo@example.org"}));
    answers_.clear();
    EXPECT_FALSE(one.round());
    EXPECT_EQ(mails_, (std::vector<std::string>{"bo@example.org", "ana@example.org"}));
}

TEST_F(Couriers, HoldUpNobodyForOneWhoIsPutOff) {
    outgoing(400);
    for (int i = 1; i <= 400; ++i) subscribe(i, "r" + std::to_string(i));
    for (int i = 1; i <= 250; ++i) answers_["r" + std::to_string(i) + "@example.org"] = Sending::Fate::later;
    Courier one = courier();
    EXPECT_TRUE(one.round());
    EXPECT_EQ(mails_.size(), 150U);
    EXPECT_EQ(tries_, 400) << "each once in a round";
}

TEST_F(Couriers, ReportAnAddressThatIsRefusedForGoodAndWriteThereNoMore) {
    outgoing(2);
    subscribe(1, "ana");
    readers_.push_back({"ana2", {2}, {"p"}, "ana@example.org", "en", {0}, {}});
    answers_["ana@example.org"] = Sending::Fate::refused;
    Courier one = courier();
    EXPECT_FALSE(one.round());
    EXPECT_EQ(readers_[0].bounced, "no");
    EXPECT_TRUE(store_.outbox(1).empty());
    outgoing(1);
    one.round();
    EXPECT_EQ(tries_, 2);
}

TEST_F(Couriers, AskAServerThatIsAwayOnceARound) {
    outgoing(3);
    for (int i = 1; i <= 3; ++i) subscribe(i, "r" + std::to_string(i));
    answers_["r1@example.org"] = Sending::Fate::nobody;
    Courier one = courier();
    EXPECT_TRUE(one.round());
    EXPECT_EQ(tries_, 1);
}

TEST(Mail, HeadersCarryAnyTextWithoutABreak) {
    EXPECT_EQ(encoded_header("News of SL-2026-0001"), "News of SL-2026-0001");
    EXPECT_EQ(encoded_header("\xe6\x96\xb0\xe8\xbf\x9b\xe5\xb1\x95"), "=?UTF-8?B?5paw6L+b5bGV?=");
    EXPECT_EQ(encoded_header("a\r\nBcc: b"), "=?UTF-8?B?YQ0KQmNjOiBi?=");
    std::string many;
    for (int i = 0; i < 40; ++i) many += "\xe6\x96\xb0";
    for (std::size_t at = 0; const char c : encoded_header(many)) {
        at = c == ' ' ? 0 : at + 1;
        EXPECT_LE(at, 75U);
    }
}

TEST(Mail, DatesAreThoseOfMail) {
    EXPECT_EQ(mail_date(base::parse_rfc3339("2026-11-24T01:12:03Z").value()), "Tue, 24 Nov 2026 01:12:03 +0000");
    EXPECT_EQ(mail_date(base::parse_rfc3339("1997-11-21T15:55:06Z").value()), "Fri, 21 Nov 1997 15:55:06 +0000");
}

}  // namespace
}  // namespace hearth::notice
