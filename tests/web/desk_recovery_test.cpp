#include <gmock/gmock.h>

#include "store/sign_in_store.hpp"
#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_account = "/en/o/village/desk/account";

/// Gaoyun lost her password; heping and suhe hold posts too.
class DeskRecovery : public DeskVisitor {
protected:
    DeskRecovery() {
        for (const auto& [id, login] : {std::pair{"bb22", "heping"}, std::pair{"cc33", "suhe"}}) {
            people_.add({{id}, login, clerk::hash_password("three willows by the ditch"), false});
            people_.give({{id}, {"handler"}, day_of("2026-01-01"), {}});
        }
        people_.set_totp({"aa11"}, "sealed");
        people_.sign_in().link({{"aa11"}, "hers", day_of("2026-11-01")});
        people_.sign_in().add_passkey({"hers", {"aa11"}, "telephone", -7, "key", 0, day_of("2026-11-01")});
    }

    std::string begin(const std::string& whose = "gaoyun") {
        return send(std::string(k_account) + "/recovery", "token=" + token_on(see(k_account)) + "&whose=" + whose);
    }
    std::string confirm(const std::string& password = k_password) {
        return send(std::string(k_account) + "/recovery/confirm",
                    "token=" + token_on(see(k_account)) + "&account=aa11&now=" + password);
    }
    record::Frame last_act() {
        record::Store& store = *town_.site.offices[0].store;
        return record::open_frame(store.entries(store.size() - 1, 1, false).at(0).frame).value();
    }
    static std::string password_on(const std::string& page) {
        std::smatch found;
        return std::regex_search(page, found, std::regex("hearth-code\">([^<]*)<")) ? found[1].str() : std::string();
    }
};

}  // namespace

TEST_F(DeskRecovery, NeedsASecondPersonAndTellsWhoseItIsByWhichTwo) {
    sign_in("heping");
    EXPECT_EQ(status_in(begin()), 303);
    EXPECT_EQ(last_act().act, "recovery_begun");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", "aa11"}, {"by", "bb22"}}));
    EXPECT_THAT(see(k_account), HasSubstr("A second person must confirm"));
    EXPECT_THAT(confirm(), HasSubstr("somebody else must confirm"));
    cookie_.clear();
    sign_in("suhe");
    EXPECT_THAT(see(k_account), HasSubstr("Begun by heping"));
    const std::string page = confirm();
    EXPECT_EQ(status_in(page), 200);
    EXPECT_EQ(last_act().act, "recovered");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", "aa11"}, {"begun_by", "bb22"}, {"confirmed_by", "cc33"}}));
    EXPECT_THAT(confirm(), HasSubstr("not open any more"));
    EXPECT_TRUE(people_.sign_in().passkeys({"aa11"}).empty());
    EXPECT_FALSE(people_.sign_in().identity({"aa11"}));
    const auto changes = people_.sign_in().changes({"aa11"}, last_act().recorded_at);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].what, store::SignInStore::Change::What::recovered);
    cookie_.clear();
    EXPECT_EQ(status_in(sign_in("gaoyun", password_on(page))), 303) << "and no code is asked for";
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("given back on"), HasSubstr("by heping and suhe")));
}

TEST_F(DeskRecovery, EndsTheSessionsOfBeforeAndTheOldPassword) {
    people_.set_totp({"aa11"}, "");
    sign_in();
    const std::string hers = cookie_;
    people_.sign_in().begin_recovery({{"aa11"}, {}, town_.site.clock->now()});
    cookie_.clear();
    sign_in("suhe");
    EXPECT_THAT(see(k_account), HasSubstr("Begun by those who run this computer"));
    EXPECT_THAT(confirm("wrong"), HasSubstr("is not right"));
    EXPECT_EQ(status_in(confirm()), 200);
    cookie_ = hers;
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("Sign in to the desk"));
    EXPECT_EQ(status_in(sign_in()), 403);
}

TEST_F(DeskRecovery, IsShownToWhomItConcernsAndStoppedByHer) {
    people_.set_totp({"aa11"}, "");
    people_.sign_in().begin_recovery({{"aa11"}, {"bb22"}, town_.site.clock->now()});
    sign_in();
    const std::string page = see(k_account);
    EXPECT_THAT(page, HasSubstr("Somebody wants to renew how you sign in"));
    EXPECT_THAT(confirm(), HasSubstr("not open any more")) << "nobody is her own second person";
    send(std::string(k_account) + "/recovery/stop", "token=" + token_on(page));
    EXPECT_EQ(last_act().act, "recovery_stopped");
    cookie_.clear();
    sign_in("suhe");
    EXPECT_THAT(see(k_account), Not(HasSubstr("Begun by")));
    EXPECT_THAT(confirm(), HasSubstr("not open any more"));
}

TEST_F(DeskRecovery, LapsesAfterADayAndIsBegunForNobodyUnknown) {
    people_.sign_in().begin_recovery({{"aa11"}, {"bb22"}, town_.site.clock->now()});
    town_.pass_days(2);
    sign_in("suhe");
    EXPECT_THAT(confirm(), HasSubstr("not open any more"));
    EXPECT_THAT(begin("nobody"), HasSubstr("Nobody else here has this name"));
    EXPECT_THAT(begin("suhe"), HasSubstr("Nobody else here has this name"));
}
