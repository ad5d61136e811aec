#include <gmock/gmock.h>

#include <regex>

#include "tests/web/desk_visitor.hpp"
#include "tests/web/form_parts.hpp"
#include "web/http/target.hpp"

using namespace hearth;
using namespace hearth::tests;
using namespace std::string_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string k_photo = "\xff\xd8\xff\xe1\x00\x10"s + "Exif GPS 42.1N" + "\xff\xdb\x00\x04tt\xff\xda\x00\x04ss pixels\xff\xd9"s;

/// The handler answers with a photograph of what was mended.
class DeskPapers : public DeskVisitor {
protected:
    DeskPapers() {
        town_.site.offices[0].papers.emplace(folder_.path() / "papers");
        code_ = raise();
        town_.act("accept", "handler");
        sign_in();
    }
    std::string send_parts(const std::string& parts) {
        return browse(post("/en/o/village/desk/matter/1", k_in_parts, parts + "--cut--\r\n", "Cookie: " + cookie_ + "\r\n"));
    }
    std::string begin() { return act("support"); }
    /// Of the form of the act alone: the page has others.
    static std::string carried(const std::string& page) { return carried_on(page.substr(page.find("<form id=\"form\""))); }
    static std::string words() {
        return text("f.facts", "It was mended on Monday.") + text("f.evidence", "photo") +
               text("f.rules", "Rural Road Regulation；19;2020-01-01;2020-03-01") +
               text("f.reasons", "1: the culvert is whole again");
    }
    /// Signs in on a page that keeps what was typed.
    std::string sign_in_on(const std::string& page) {
        std::smatch found;
        if (!std::regex_search(page, found, std::regex("name=\"carried\" value=\"([^\"]*)\""))) return page;
        const std::string typed = std::regex_replace(found[1].str(), std::regex("&amp;"), "&");
        return send("/en/o/village/desk/sign-in", std::string("login=gaoyun&password=") + k_password +
                                                      "&then=%2Fo%2Fvillage%2Fdesk%2Fmatter%2F1&" +
                                                      web::http::form_field("carried", typed));
    }
    [[nodiscard]] std::size_t files() const {
        const auto papers = folder_.path() / "papers";
        if (!std::filesystem::exists(papers)) return 0;
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(papers), {}));
    }

    std::string code_;
};

}  // namespace

TEST_F(DeskPapers, AreAskedForWhereTheFormAndTheOfficeTakeThem) {
    EXPECT_THAT(begin(), AllOf(HasSubstr("type=\"file\" multiple"), HasSubstr("enctype=\"multipart/form-data\"")));
    town_.site.offices[0].papers.reset();
    EXPECT_THAT(begin(), AllOf(Not(HasSubstr("type=\"file\"")), Not(HasSubstr("multipart"))));
}

TEST_F(DeskPapers, GoToTheResidentWithTheAnswerWithoutPlaceAndDevice) {
    const std::string chosen = send_parts(carried(begin()) + words() + file("whole.jpg", k_photo) + text("go", "stay"));
    EXPECT_THAT(chosen, AllOf(HasSubstr("whole.jpg (1 KB)"), HasSubstr("It was mended on Monday.")));
    const std::string done = send_parts(carried(chosen) + words() + text("go", "send"));
    EXPECT_EQ(status_in(done), 200) << done;
    EXPECT_THAT(done, HasSubstr("whole.jpg"));
    const std::string hers = ask(post("/en/o/village/matter", k_form, "code=" + code_));
    EXPECT_THAT(hers, HasSubstr("whole.jpg"));
    std::smatch found;
    ASSERT_TRUE(std::regex_search(hers, found, std::regex("name=\"paper\" value=\"([0-9a-f]{64})\"")));
    const std::string picture = ask(post("/en/o/village/paper", k_form, "code=" + code_ + "&paper=" + found[1].str()));
    EXPECT_THAT(picture, AllOf(HasSubstr("pixels"), Not(HasSubstr("GPS"))));
}

TEST_F(DeskPapers, ThatMayNotBeTakenAreToldByNameAndNothingIsLost) {
    const std::string page =
        send_parts(carried(begin()) + words() + file("film.mp4", std::string(8, '\0') + "ftypisom") + text("go", "send"));
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, AllOf(HasSubstr("film.mp4"), HasSubstr("It was mended on Monday.")));
    EXPECT_EQ(files(), 0U);
}

TEST_F(DeskPapers, AreTakenAwayAgainBeforeTheyAreSent) {
    const std::string chosen = send_parts(carried(begin()) + words() + file("whole.jpg", k_photo) + text("go", "stay"));
    std::smatch found;
    ASSERT_TRUE(std::regex_search(chosen, found, std::regex("value=\"(drop-paper[^\"]*)\"")));
    const std::string dropped = send_parts(carried(chosen) + words() + text("go", found[1]));
    EXPECT_THAT(dropped, AllOf(Not(HasSubstr("whole.jpg")), HasSubstr("It was mended on Monday.")));
}

TEST_F(DeskPapers, ComeBackAfterSigningInAgain) {
    const std::string parts = carried(begin()) + words() + file("whole.jpg", k_photo) + text("go", "send");
    cookie_.clear();
    const std::string asked = send_parts(parts);
    EXPECT_THAT(asked, HasSubstr("Sign in to the desk"));
    EXPECT_THAT(sign_in_on(asked), AllOf(HasSubstr("whole.jpg (1 KB)"), HasSubstr("It was mended on Monday.")));
}

TEST_F(DeskPapers, ComeBackWhenTheFormIsOfAnotherSession) {
    const std::string parts = carried(begin()) + words() + file("whole.jpg", k_photo) + text("go", "send");
    sign_in();
    const std::string asked = send_parts(parts);
    EXPECT_EQ(status_in(asked), 403);
    EXPECT_THAT(sign_in_on(asked), AllOf(HasSubstr("whole.jpg (1 KB)"), HasSubstr("It was mended on Monday.")));
}
