#include <gmock/gmock.h>

#include <regex>

#include "tests/web/served_site.hpp"
#include "web/drawing/qr_code.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class ReceiptPage : public ServedSite {
protected:
    std::string receipt(const std::string& paper, const std::string& code, const std::string& language = "en") {
        return ask(post("/" + language + "/o/village/receipt/" + paper, k_form, "code=" + code));
    }

    std::string code_ = town_.raise({{"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}});
};

}  // namespace

TEST_F(ReceiptPage, PromisesTheSameOnASlipAsOnASheet) {
    for (const char* paper : {"slip", "sheet"}) {
        EXPECT_THAT(receipt(paper, code_), AllOf(HasSubstr("SL-2026-0001"), HasSubstr("class=\"hearth-code\">" + code_ + "<"),
                                                 HasSubstr("Three Willows Village"), HasSubstr("Wednesday 9 December 2026"),
                                                 HasSubstr("moves up by itself"), HasSubstr("0555-010 0148")));
    }
}

TEST_F(ReceiptPage, SaysWhatWasSaidOnTheSheetOnly) {
    EXPECT_THAT(receipt("sheet", code_),
                AllOf(HasSubstr("Mend the culvert"), HasSubstr("It fell in."), HasSubstr("Entry 1 of the")));
    EXPECT_THAT(receipt("slip", code_), AllOf(Not(HasSubstr("culvert")), Not(HasSubstr("It fell in."))));
}

TEST_F(ReceiptPage, DrawsTheAddressWithoutTheCode) {
    const std::string address = "https://hearth.example/o/village/matter";
    const std::string page = std::regex_replace(receipt("slip", code_), std::regex("<wbr>"), "");
    EXPECT_THAT(page, AllOf(HasSubstr(">" + address + "<"), HasSubstr(web::drawing::qr_code(address).path)));
}

TEST_F(ReceiptPage, KeepsTheCodeOutOfEveryAddress) {
    for (const char* paper : {"slip", "sheet"}) {
        const std::string page = receipt(paper, code_, "zh");
        const std::regex link("(href|action|formaction|src)=\"[^\"]*" + code_.substr(0, 4));
        EXPECT_FALSE(std::regex_search(page, link));
        EXPECT_EQ(header_in(page, "Cache-Control"), "no-store");
    }
    EXPECT_EQ(status_in(ask(get("/en/o/village/receipt/slip"))), 405);
}

TEST_F(ReceiptPage, OpensNothingWithoutTheRightCode) {
    EXPECT_EQ(status_in(receipt("slip", "0000-1111-2222-3333")), 404);
    EXPECT_EQ(status_in(receipt("sheet", "")), 400);
}
