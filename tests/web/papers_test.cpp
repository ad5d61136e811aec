#include <gmock/gmock.h>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "cli/verify_record.hpp"
#include "record/sha256.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string k_letter = "The well has been dry since June.\n";
const std::string k_asked = R"({"office":"village","kind":"report","points":["Who mends the well?"]})";

std::string part(const std::string& head, const std::string& bytes) {
    return "--cut\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + bytes + "\r\n";
}
std::string request_part(const std::string& json = k_asked) { return part("name=\"request\"", json); }
std::string paper_part(const std::string& bytes, const std::string& name = "井 letter.txt", const std::string& field = "papers") {
    return part("name=\"" + field + "\"; filename=\"" + name + "\"", bytes);
}

class PapersOverHttp : public ServedSite {
protected:
    PapersOverHttp() { town_.site.offices[0].papers.emplace(folder_.path() / "papers"); }

    std::string hand_in(const std::string& parts, const std::string& more = {}) {
        return ask(post("/api/requests", "multipart/form-data; boundary=cut", parts + "--cut--\r\n", more));
    }
    std::string rule_of(const std::string& answer) {
        const auto json = base::parse_json(body_in(answer));
        return json && json->contains("rule") ? (*json)["rule"].get<std::string>() : "none: " + answer;
    }
    std::size_t files() {
        if (!std::filesystem::exists(folder_.path() / "papers")) return 0;
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_.path() / "papers"), {}));
    }
    /// The digest of the only paper's file, off the page of the matter.
    static std::string file_on(const std::string& page) {
        const std::string mark = "name=\"paper\" value=\"";
        const auto at = page.find(mark);
        return at == std::string::npos ? "" : page.substr(at + mark.size(), 64);
    }
    std::string get_back(const std::string& code, const std::string& file) {
        return ask(post("/en/o/village/paper", k_form, "code=" + code + "&paper=" + file));
    }

    TemporaryFolder folder_;
};

}  // namespace

TEST_F(PapersOverHttp, AreTakenAndGivenBackToWhoeverHoldsTheCode) {
    const std::string answer = hand_in(request_part() + paper_part(k_letter));
    ASSERT_EQ(status_in(answer), 201) << answer;
    const auto told = base::parse_json(body_in(answer)).value();
    const std::string code = told["code"];
    const std::string page = ask(post("/en/o/village/matter", k_form, "code=" + code));
    EXPECT_THAT(page, HasSubstr("井 letter.txt (1 KB)"));
    const std::string file = file_on(page);
    const std::string back = get_back(code, file);
    EXPECT_EQ(status_in(back), 200);
    EXPECT_EQ(body_in(back), k_letter);
    EXPECT_EQ(header_in(back, "Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(header_in(back, "Content-Disposition"), "attachment; filename*=UTF-8''%E4%BA%95%20letter.txt");
    EXPECT_EQ(header_in(back, "Cache-Control"), "no-store");

    const std::string other = base::parse_json(body_in(hand_in(request_part()))).value()["code"];
    EXPECT_EQ(status_in(get_back(other, file)), 404) << "another matter's code opens no paper of this one";
    EXPECT_EQ(status_in(get_back(code, std::string(64, '0'))), 404);
    EXPECT_EQ(status_in(get_back("", file)), 404);

    // Nobody but the holder of the receipt needs be believed that this was handed in.
    const cli::CheckpointMemory memory(folder_.path() / "memory");
    const std::string receipt = told["receipt"];
    EXPECT_TRUE(cli::verify_receipt(receipt, {std::nullopt, {{"mine.txt", k_letter}}}, {}, memory).holds());
    EXPECT_FALSE(cli::verify_receipt(receipt, {std::nullopt, {{"mine.txt", k_letter + " "}}}, {}, memory).holds());
}

TEST_F(PapersOverHttp, LieEncryptedAndNothingOfThemInTheClear) {
    ASSERT_EQ(status_in(hand_in(request_part() + paper_part(k_letter) + paper_part("%PDF-1.7 second", "b.pdf"))), 201);
    EXPECT_EQ(files(), 2U);
    EXPECT_EQ(town_.site.offices[0].store->paper_digests().size(), 2U);
}

TEST_F(PapersOverHttp, GiveTheSameAnswerToTheSameKeyAndLeaveNoSecondFile) {
    const std::string key = "Idempotency-Key: 7f3a\r\n";
    const std::string first = hand_in(request_part() + paper_part(k_letter), key);
    ASSERT_EQ(status_in(first), 201);
    EXPECT_EQ(body_in(hand_in(request_part() + paper_part(k_letter), key)), body_in(first));
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part(k_letter + "!"), key)), "clerk/same_key_other_content");
    EXPECT_EQ(files(), 1U);
}

TEST_F(PapersOverHttp, AreRefusedByNameAndLeaveNoFile) {
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part("GIF89a\x01"))), "paper/kind");
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part(""))), "paper/empty");
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part("\xff\xd8\xff\xe1 half a photo"))), "paper/picture");
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part(k_letter, "a.txt", "account"))), "paper/field");
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part(std::string(5 * 1024 * 1024 + 1, 'a')))), "paper/too_large");
    std::string six = request_part();
    for (int i = 0; i < 6; ++i) six += paper_part(k_letter);
    EXPECT_EQ(rule_of(hand_in(six)), "http/parts");
    EXPECT_EQ(rule_of(hand_in(paper_part(k_letter))), "base/json");
    EXPECT_EQ(rule_of(hand_in(request_part() + part("name=\"kind\"", "claim"))), "web/part");
    EXPECT_EQ(rule_of(hand_in(request_part() + "--cut nonsense")), "http/multipart");
    EXPECT_EQ(rule_of(hand_in(request_part(R"({"office":"village","kind":"report"})") + paper_part(k_letter))),
              "office/missing_field");
    EXPECT_EQ(files(), 0U);
    EXPECT_EQ(status_in(hand_in(request_part() + paper_part(std::string(8 * 1024 * 1024, 'a')))), 413);
    EXPECT_EQ(status_in(ask(post("/api/requests", "multipart/form-data", request_part()))), 415);
}

TEST_F(PapersOverHttp, CannotBeNamedWithoutBeingHandedIn) {
    const std::string hex(64, 'a');
    const std::string named = R"({"office":"village","kind":"report","points":["x"],"papers":[{"paper":")" + hex +
                              R"(","digest":")" + hex + R"(","name":"a","bytes":1}]})";
    EXPECT_EQ(rule_of(ask(post("/api/requests", "application/json", named))), "clerk/paper_not_kept");
}

TEST_F(PapersOverHttp, LoseWhereAPhotoWasTakenAndAreProvedByTheFileAllTheSame) {
    using namespace std::string_literals;
    const std::string tables = "\xff\xdb\x00\x04tt\xff\xda\x00\x04ss pixels\xff\xd9"s;
    const std::string photo = "\xff\xd8\xff\xe1\x00\x10"s + "Exif GPS 42.1N" + tables;
    const std::string answer = hand_in(request_part() + paper_part(photo, "well.jpg"));
    ASSERT_EQ(status_in(answer), 201) << answer;
    const auto told = base::parse_json(body_in(answer)).value();
    const std::string code = told["code"];
    const std::string back = get_back(code, file_on(ask(post("/en/o/village/matter", k_form, "code=" + code))));
    EXPECT_EQ(body_in(back), "\xff\xd8"s + tables);
    EXPECT_EQ(header_in(back, "Content-Type"), "image/jpeg");
    const cli::CheckpointMemory memory(folder_.path() / "memory");
    EXPECT_TRUE(cli::verify_receipt(told["receipt"], {std::nullopt, {{"well.jpg", photo}}}, {}, memory).holds());
}

TEST_F(PapersOverHttp, AreNotTakenWhereAnOfficeHasNoPlaceForThem) {
    town_.site.offices[0].papers.reset();
    EXPECT_EQ(rule_of(hand_in(request_part() + paper_part(k_letter))), "web/no_papers");
}

TEST_F(PapersOverHttp, WaitTheirTurnWhenManyComeAtOnce) {
    const std::string begun =
        "POST /api/requests HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=cut\r\n"
        "Content-Length: 1000\r\n\r\n--cut";
    std::vector<std::unique_ptr<RawClient>> slow;
    for (std::size_t i = 0; i < web::http::Limits().uploads; ++i) {
        slow.push_back(std::make_unique<RawClient>(server_.port()));
        slow.back()->send(begun);
    }
    std::string answer;
    for (int i = 0; i < 200 && status_in(answer) != 503; ++i) answer = hand_in(request_part());
    EXPECT_EQ(status_in(answer), 503);
    EXPECT_EQ(status_in(ask(post("/api/requests", "application/json", k_asked))), 201) << "words alone are taken all the same";
    slow.clear();
    for (int i = 0; i < 200 && status_in(answer) != 201; ++i) answer = hand_in(request_part());
    EXPECT_EQ(status_in(answer), 201);
}
