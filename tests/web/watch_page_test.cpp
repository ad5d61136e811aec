// What a resident and a clerk see at the office above while the office below is silent and its machine is off.
#include <gmock/gmock.h>

#include "tests/support/region.hpp"
#include "tests/support/region_acts.hpp"
#include "tests/support/shipped_rules.hpp"
#include "tests/web/raw_client.hpp"
#include "web/door.hpp"

namespace hearth::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class WatchPage : public testing::Test {
protected:
    /// The township's pages alone: the village's are gone with its machine.
    web::Site township_alone() {
        clerk::Clerk& clerk = region_.clerk("township");
        web::OfficeSite township;
        township.profile = clerk.profile();
        township.title = {{"en", "Nantan Township"}, {"zh-Hans", "南滩镇"}};
        township.key = {clerk.origin(), record::VerifierKey::Type::note, region_.signer("township").public_key()};
        township.origin = clerk.origin();
        township.rules = rules_;
        township.store = &region_.store("township");
        township.served_checkpoint = [&clerk] { return clerk.served_checkpoint(); };
        web::Site site;
        site.offices.push_back(std::move(township));
        site.clock = &clock_;
        site.log = [](const web::LogEntry& entry) { ADD_FAILURE() << entry.words; };
        return site;
    }
    std::string ask(std::string_view bytes) {
        RawClient client(server_.port());
        client.send(bytes);
        return client.answer();
    }
    std::string opened(const std::string& language) {
        return ask(post("/" + language + "/o/township/matter", "application/x-www-form-urlencoded", "code=" + code_));
    }
    void pass_to(const std::string& day) {
        clock_.set(on(day));
        region_.set_clock(on(day));
    }

    std::shared_ptr<const procedure::Ruleset> rules_ = shipped_rules();
    Region region_{{"village", "township", "county"}, rules_, on("2026-03-02")};
    FakeClock clock_{on("2026-03-02")};
    RegionActs people_{region_};
    std::string code_;
    web::Site site_ = township_alone();
    web::Door door_{site_};
    web::http::Server server_{web::http::Listen{"127.0.0.1", 0, {}}, {}, door_.handler(), door_.trouble()};
};

TEST_F(WatchPage, ShowsTheOverdueMatterThroughTheTownshipThoughTheVillageIsOff) {
    code_ = people_.raise("village");
    region_.settle();
    EXPECT_THAT(ask(get("/en/o/township")), Not(HasSubstr("an answer is overdue"))) << "nothing is late yet";
    region_.switch_off("village");
    pass_to("2026-03-20");
    const std::string office = ask(get("/en/o/township"));
    EXPECT_THAT(office, HasSubstr("an answer is overdue, since"));
    const std::string page = opened("en");
    EXPECT_EQ(status_in(page), 200);
    EXPECT_THAT(page, HasSubstr("this office sees to it"));
    EXPECT_THAT(page, Not(HasSubstr("culvert"))) << "a slip carries no words";
    EXPECT_EQ(status_in(opened("zh")), 200);
}

}  // namespace
}  // namespace hearth::tests
