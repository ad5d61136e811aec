#include <gmock/gmock.h>

#include "clerk/openid/id_token.hpp"
#include "store/sign_in_store.hpp"
#include "tests/support/openid_provider.hpp"
#include "tests/web/desk_visitor.hpp"
#include "web/desk/openid.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_begin = "/en/o/village/desk/sign-in/openid";

/// A desk that a provider opens too, to gaoyun, whom it knows as "gao 7".
class DeskOpenid : public DeskVisitor {
protected:
    DeskOpenid() {
        web::OfficeSite& village = town_.site.offices[0];
        village.origin = "hearth.test:8443/o/village";
        village.record_url = "https://hearth.test:8443/o/village/record";
        village.openid = web::OpenidSite{{{"en", "County sign-in"}}, OpenidProvider::client(), theirs_.transport()};
        town_.site.log = [this](const web::LogEntry& entry) { log_ += entry.event + " " + entry.words + "\n"; };
        people_.sign_in().link({{"aa11"}, clerk::openid::identity_of("https://id.example", "gao 7"), day_of("2026-11-01")});
    }

    /// What a browser keeps of an answer, by its name.
    void keep(const std::string& answer) {
        const std::regex set("Set-Cookie: ([^=]+)=([^;\r]*)");
        for (auto it = std::sregex_iterator(answer.begin(), answer.end(), set); it != std::sregex_iterator(); ++it) {
            if ((*it)[2].length() == 0)
                jar_.erase((*it)[1]);
            else
                jar_[(*it)[1]] = (*it)[2];
        }
    }
    [[nodiscard]] std::string jar(bool comes_from_elsewhere) const {
        std::string all;
        for (const auto& [name, value] : jar_) {
            const bool is_lax = name.find("openid") != std::string::npos;
            if (is_lax || !comes_from_elsewhere) all += (all.empty() ? "" : "; ") + name + "=" + value;
        }
        return "Cookie: " + all + "\r\n";
    }
    /// Where a page goes on to by itself.
    static std::string address_on(const std::string& answer) {
        const std::string refresh = header_in(answer, "Refresh");
        return refresh.starts_with("0; url=") ? refresh.substr(7) : std::string();
    }

    std::string begin(const std::string& more = "x=1") {
        std::string answer = ask(post(k_begin, k_form, more));
        keep(answer);
        return answer;
    }
    /// Back from the provider, which is another site.
    std::string come_back(const std::string& query) {
        std::string answer = ask(get(std::string(k_begin) + "/back?" + query, jar(true)));
        keep(answer);
        return answer;
    }
    std::string sign_in_there(const std::string& subject = "gao 7", const std::string& more = "x=1") {
        return come_back(theirs_.sign_in(address_on(begin(more)), subject));
    }
    std::string look(const std::string& path) { return ask(get(path, jar(false))); }
    bool is_signed_in() { return look("/en/o/village/desk").find("Sign in to the desk") == std::string::npos; }

    OpenidProvider theirs_{*town_.site.clock};
    std::map<std::string, std::string> jar_;
    std::string log_;
};

}  // namespace

TEST_F(DeskOpenid, SignsInWhomTheOperatorLinkedWithoutPasswordAndCode) {
    raise();
    people_.set_totp({"aa11"}, "sealed");
    EXPECT_THAT(look("/en/o/village/desk"), HasSubstr(">Sign in with County sign-in</button>"));
    const std::string answer = sign_in_there();
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_EQ(address_on(answer), "/en/o/village/desk")
        << "on a page, since the session's cookie follows no redirection from elsewhere";
    EXPECT_THAT(answer, HasSubstr("href=\"/en/o/village/desk\""));
    EXPECT_EQ(jar_.size(), 1U) << "what was kept on the way is taken back";
    EXPECT_THAT(look("/en/o/village/desk"), HasSubstr("culvert"));
    EXPECT_EQ(log_, "sign_in opened.provider\n");
}

TEST_F(DeskOpenid, OpensNoPostThatNeedsMoreThanAPasswordSinceNobodyKnowsWhatTheProviderAskedFor) {
    raise();
    town_.site.offices[0].second_factor = {{"handler"}};
    EXPECT_EQ(status_in(sign_in_there()), 200);
    EXPECT_THAT(look("/en/o/village/desk"), AllOf(HasSubstr("Not open in this session: Handler"), Not(HasSubstr("culvert"))));
}

TEST_F(DeskOpenid, SendsTheBrowserToTheProviderWithNothingAboutHer) {
    const std::string answer = begin("then=%2Fo%2Fvillage%2Fdesk%2Fmatter%2F17");
    EXPECT_EQ(status_in(answer), 200);
    const std::string address = address_on(answer);
    EXPECT_THAT(
        address,
        AllOf(HasSubstr("https://id.example/auth?"), HasSubstr("scope=openid&"),
              HasSubstr("redirect_uri=https%3A%2F%2Fhearth.test%3A8443%2Fen%2Fo%2Fvillage%2Fdesk%2Fsign-in%2Fopenid%2Fback"),
              Not(HasSubstr("matter"))));
    EXPECT_THAT(header_in(answer, "Set-Cookie"),
                AllOf(testing::StartsWith("__Host-hearth_openid_village="), HasSubstr("; HttpOnly"), HasSubstr("; Secure"),
                      HasSubstr("; SameSite=Lax"), Not(HasSubstr("Domain"))));
    EXPECT_NE(address_on(begin()), address) << "each time with other chance";
}

TEST_F(DeskOpenid, OpensNothingToWhomNobodyLinked) {
    const std::string answer = sign_in_there("gao 8");
    EXPECT_EQ(status_in(answer), 403);
    EXPECT_THAT(answer, AllOf(HasSubstr("you open no desk here"), Not(HasSubstr("gao 8"))));
    EXPECT_FALSE(is_signed_in());
    people_.sign_in().unlink({"aa11"});
    EXPECT_EQ(status_in(sign_in_there()), 403);
}

TEST_F(DeskOpenid, TakesAnAnswerOnce) {
    const std::string query = theirs_.sign_in(address_on(begin()), "gao 7");
    const auto before = jar_;
    EXPECT_EQ(status_in(come_back(query)), 200);
    jar_ = before;
    EXPECT_EQ(status_in(come_back(query)), 403);
    EXPECT_FALSE(is_signed_in());
}

TEST_F(DeskOpenid, TakesNoAnswerOfAnotherBrowser) {
    const std::string query = theirs_.sign_in(address_on(begin()), "gao 7");
    const auto hers = jar_;
    jar_.clear();
    EXPECT_THAT(come_back(query), AllOf(HasSubstr("begun in another browser"), Not(HasSubstr("Set-Cookie"))));
    begin();
    EXPECT_EQ(status_in(come_back(query)), 403) << "one that is on a way of its own";
    EXPECT_FALSE(is_signed_in());
    jar_ = hers;
    EXPECT_EQ(status_in(come_back(query)), 200) << "it was not used up";
}

TEST_F(DeskOpenid, TakesNoAnswerThatCameTooLateOrToNothing) {
    const std::string query = theirs_.sign_in(address_on(begin()), "gao 7");
    town_.pass_days(1);
    EXPECT_THAT(come_back(query), HasSubstr("More than five minutes"));
    for (const std::string& other :
         {std::string(), std::string("code=x"), std::string("state="), query + "&state=x", std::string("%")})
        EXPECT_EQ(status_in(come_back(other)), 403) << other;
}

TEST_F(DeskOpenid, SaysThatSheWasNotSignedInThere) {
    const std::string query = theirs_.sign_in(address_on(begin()), "gao 7");
    EXPECT_THAT(come_back("error=access_denied&" + query.substr(query.find("state="))), HasSubstr("You were not signed in there"));
    EXPECT_TRUE(jar_.empty());
}

TEST_F(DeskOpenid, TellsTheOperatorWhyAndOfNobody) {
    theirs_.more = {{"aud", "hearth-county"}};
    EXPECT_THAT(sign_in_there(), HasSubstr("could not be trusted"));
    theirs_.more = {{"exp", 1'700'000'000}};
    EXPECT_THAT(sign_in_there(), HasSubstr("clocks of the two places differ"));
    theirs_.more = {{"nonce", "other"}};
    EXPECT_THAT(sign_in_there(), HasSubstr("could not be trusted"));
    theirs_.is_away = true;
    theirs_.more = base::Json::object();
    EXPECT_THAT(sign_in_there(), HasSubstr("no useful answer"));
    EXPECT_THAT(log_, AllOf(HasSubstr("clerk/openid_audience"), HasSubstr("clerk/openid_expired"), HasSubstr("clerk/openid_nonce"),
                            HasSubstr("clerk/openid_away"), Not(HasSubstr("gao"))));
    EXPECT_FALSE(is_signed_in());
}

TEST_F(DeskOpenid, KeepsWhatWasTypedBeforeSigningInAndAfterInVain) {
    raise();
    town_.act("accept", "handler");
    const std::string typed =
        "then=%2Fo%2Fvillage%2Fdesk%2Fmatter%2F1&carried=act%3Dsupport%26go%3Dsend%26f.facts%3DHalfway%2Bwritten";
    EXPECT_THAT(sign_in_there("gao 8", typed), AllOf(HasSubstr("What you wrote is kept"), HasSubstr("Halfway+written")));
    EXPECT_THAT(sign_in_there("gao 7", typed), HasSubstr(">Halfway written</textarea>"));
}

TEST_F(DeskOpenid, LeadsNowhereButToTheDeskAfterwards) {
    EXPECT_EQ(address_on(sign_in_there("gao 7", "then=https%3A%2F%2Felsewhere.example%2Fdesk%2Fmatter%2F1")),
              "/en/o/village/desk/matter/1");
    EXPECT_EQ(address_on(sign_in_there("gao 7", "then=" + std::string(5000, 'x'))), "/en/o/village/desk");
}

TEST_F(DeskOpenid, StillAsksForAnOwnPasswordInPlaceOfADrawnOne) {
    people_.set_secret({"aa11"}, clerk::hash_password("three willows by the ditch"), true);
    sign_in_there();
    EXPECT_THAT(look("/en/o/village/desk"), HasSubstr("Choose"));
    EXPECT_THAT(look("/en/o/village/desk"), HasSubstr("name=\"again\""));
}

TEST_F(DeskOpenid, IsSaidOnOnesOwnPage) {
    sign_in_there();
    EXPECT_THAT(look("/en/o/village/desk/account"), HasSubstr("County sign-in opens this desk for you in place of the password and "
                                                              "the one-time code, since Sunday 1 November 2026."));
    people_.sign_in().unlink({"aa11"});
    EXPECT_THAT(look("/en/o/village/desk/account"), HasSubstr("County sign-in does not open this desk for you."));
}

TEST_F(DeskOpenid, IsNotOfferedWhereThereIsNoProvider) {
    town_.site.offices[0].openid.reset();
    EXPECT_THAT(look("/en/o/village/desk"), Not(HasSubstr("openid")));
    EXPECT_EQ(status_in(begin()), 404);
    EXPECT_EQ(status_in(come_back("code=x&state=y")), 404);
}

TEST(LeftForms, AreOfTheLastFortyAndOfFiveMinutes) {
    web::desk::LeftForms forms;
    for (int i = 0; i <= 40; ++i) forms.keep(std::to_string(i), "body", {i});
    EXPECT_EQ(forms.take("0", {40}), "");
    EXPECT_EQ(forms.take("1", {40}), "body");
    EXPECT_EQ(forms.take("1", {40}), "") << "once";
    EXPECT_EQ(forms.take("2", {300'003}), "");
    EXPECT_EQ(forms.take("3", {300'003}), "body");
}
