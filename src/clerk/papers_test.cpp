#include "clerk/papers.hpp"

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "record/sha256.hpp"
#include "tests/support/shipped_rules.hpp"

namespace hearth::clerk {
namespace {

using namespace std::string_literals;

const std::string k_letter = "Dear office, the well is dry.\n井干了\n";

class PapersOfACommand : public testing::Test {
protected:
    PapersOfACommand() {
        command_.procedure = {"request"};
        command_.act = "submit";
    }
    std::string rule_of(const std::vector<Paper>& papers) {
        const auto added = add_papers(command_, ticket_, papers, *rules_, [this](std::string_view bytes) {
            kept_.emplace_back(bytes);
            return record::PaperKey{std::string(63, '0') + std::to_string(kept_.size()), "key", 0, {}};
        });
        return added ? "" : added.error().rule + " " + added.error().place.field;
    }

    std::shared_ptr<const procedure::Ruleset> rules_ = tests::shipped_rules();
    office::Command command_;
    Ticket ticket_{"api", "k"};
    std::vector<std::string> kept_;
};

TEST(MediaType, IsReadOffTheBytes) {
    EXPECT_EQ(media_type("%PDF-1.7"), "application/pdf");
    EXPECT_EQ(media_type("\xff\xd8\xff\xe0"), "image/jpeg");
    EXPECT_EQ(media_type("\x89PNG\r\n\x1a\n"), "image/png");
    EXPECT_EQ(media_type("RIFF\4\0\0\0WAVE"s), "audio/wav");
    EXPECT_EQ(media_type(k_letter), "text/plain; charset=utf-8");
    for (const std::string& other : {""s, "PK\x03\x04 office"s,
                                     "\x7f"
                                     "ELF\0"s,
                                     "GIF89a\x01\0"s, "\xfe\xff\0t"s, "nul \0 byte"s, "\xc0\xaf"s, "\x1b[2J"s})
        EXPECT_EQ(media_type(other), "") << base::hex(other);
}

TEST(KeptOfAPaper, IsAllOfItOrARefusalWithAName) {
    EXPECT_EQ(kept_of(k_letter).value(), k_letter);
    EXPECT_EQ(kept_of("").error().rule, "paper/empty");
    EXPECT_EQ(kept_of("GIF89a\x01\x02").error().rule, "paper/kind");
    EXPECT_EQ(kept_of("\xff\xd8\xff\xe0 cut").error().rule, "paper/picture");
    EXPECT_EQ(kept_of("RIFF\4\0\0\0WAVE"s).error().rule, "paper/sound");
    EXPECT_TRUE(kept_of(std::string(k_paper_bytes_max, 'a')));
    EXPECT_EQ(kept_of(std::string(k_paper_bytes_max + 1, 'a')).error().rule, "paper/too_large");
}

TEST_F(PapersOfACommand, StandInItByNameSizeAndDigest) {
    EXPECT_EQ(rule_of({{"papers", "letter.txt", k_letter}, {"papers", "second.pdf", "%PDF-1.7"}}), "");
    const auto named = papers_in(command_.fields.at("papers"));
    ASSERT_EQ(named.size(), 2U);
    EXPECT_EQ(named[0].name, "letter.txt");
    EXPECT_EQ(named[0].bytes, k_letter.size());
    EXPECT_EQ(named[0].digest, base::hex(base::view(record::sha256(k_letter))));
    EXPECT_EQ(named[0].file, ticket_.papers.at(0).digest);
    EXPECT_EQ(ticket_.papers.at(1).name, "request.papers");
    EXPECT_TRUE(check_papers(command_, ticket_.papers, *rules_));
}

TEST_F(PapersOfACommand, AreRefusedByNameAndNoneIsWritten) {
    EXPECT_EQ(rule_of({{"papers", "a", k_letter}, {"account", "b", k_letter}}), "paper/field account");
    EXPECT_EQ(rule_of({{"papers", "a", k_letter}, {"nothing", "b", k_letter}}), "paper/field nothing");
    EXPECT_EQ(rule_of({{"papers", "a", k_letter}, {"papers", "b", "\x01"}}), "paper/kind papers");
    EXPECT_EQ(rule_of({{"papers", "a\nb", k_letter}}), "paper/name papers");
    EXPECT_EQ(rule_of({{"papers", "", k_letter}}), "paper/name papers");
    EXPECT_EQ(rule_of(std::vector<Paper>(k_papers_max + 1, {"papers", "a", k_letter})), "paper/too_many papers");
    EXPECT_TRUE(kept_.empty());
    command_.fields["papers"] = base::Json::array();
    EXPECT_EQ(rule_of({{"papers", "a", k_letter}}), "paper/field papers");
}

TEST_F(PapersOfACommand, MustAllBeKeptAndAllBeNamed) {
    EXPECT_EQ(rule_of({{"papers", "letter.txt", k_letter}}), "");
    EXPECT_EQ(check_papers(command_, {}, *rules_).error().rule, "clerk/paper_not_kept");
    auto twice = ticket_.papers;
    twice.push_back(twice.front());
    twice.back().digest = std::string(64, 'f');
    EXPECT_EQ(check_papers(command_, twice, *rules_).error().rule, "clerk/paper_not_kept");
    auto elsewhere = ticket_.papers;
    elsewhere.front().name = "words.papers";
    EXPECT_EQ(check_papers(command_, elsewhere, *rules_).error().rule, "clerk/paper_not_kept");
}

TEST_F(PapersOfACommand, AreTheSameWhenSentAgain) {
    EXPECT_EQ(rule_of({{"papers", "letter.txt", k_letter}}), "");
    office::Command first = command_;
    command_.fields.clear();
    EXPECT_EQ(rule_of({{"papers", "letter.txt", k_letter}}), "");
    EXPECT_NE(first.fields, command_.fields);
    EXPECT_EQ(command_digest(first, ticket_).value(), command_digest(command_, ticket_).value());
    command_.fields.clear();
    EXPECT_EQ(rule_of({{"papers", "letter.txt", k_letter + "!"}}), "");
    EXPECT_NE(command_digest(first, ticket_).value(), command_digest(command_, ticket_).value());
}

}  // namespace
}  // namespace hearth::clerk
