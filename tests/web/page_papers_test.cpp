#include <gmock/gmock.h>

#include <regex>

#include "tests/support/temporary_folder.hpp"
#include "tests/web/form_parts.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using namespace std::string_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_submit = "/en/o/village/raise/request/submit";
constexpr std::size_t k_mega = 1024UL * 1024;
const std::string k_tables = "\xff\xdb\x00\x04tt\xff\xda\x00\x04ss pixels\xff\xd9"s;
const std::string k_bare = "\xff\xd8"s + k_tables;
const std::string k_photo = "\xff\xd8\xff\xe1\x00\x10"s + "Exif GPS 42.1N" + k_tables;

/// What a browser sends when nothing was chosen.
const std::string k_no_file = file("", "");
const std::string k_typed = text("key", "k1") + text("f.points", "Mend the culvert") + text("step", "4");

/// A resident with photographs in front of pages without scripts.
class PapersOnPages : public ServedSite {
protected:
    PapersOnPages() { town_.site.offices[0].papers.emplace(folder_.path() / "papers"); }

    std::string send(const std::string& parts, const std::string& path = k_submit) {
        return ask(post(path, k_in_parts, parts + "--cut--\r\n"));
    }
    std::string matter(const std::string& code) { return ask(post("/en/o/village/matter", k_form, "code=" + code)); }
    static std::string code_on(const std::string& page) {
        std::smatch found;
        return std::regex_search(page, found, std::regex("class=\"hearth-code\">([^<]*)<")) ? found[1].str() : std::string();
    }
    static std::string file_on(const std::string& page) {
        const std::string mark = "name=\"paper\" value=\"";
        const auto at = page.find(mark);
        return at == std::string::npos ? "" : page.substr(at + mark.size(), 64);
    }

    TemporaryFolder folder_;
};

}  // namespace

TEST_F(PapersOnPages, AreAskedForOnAPageOfTheirOwnWhereTheOfficeTakesThem) {
    const std::string page = send(text("step", "3") + text("go", "on") + text("f.points", "Mend the culvert"));
    EXPECT_THAT(page, AllOf(HasSubstr("type=\"file\" multiple"), HasSubstr("enctype=\"multipart/form-data\"")));
    town_.site.offices[0].papers.reset();
    const std::string none = send(text("step", "3") + text("go", "on") + text("f.points", "Mend the culvert"));
    EXPECT_THAT(none, AllOf(Not(HasSubstr("type=\"file\"")), HasSubstr("question 5 of")));
}

TEST_F(PapersOnPages, AddUpInAListAreSentWithTheRestAndComeBackWithoutPlaceAndDevice) {
    const std::string one = send(k_typed + file("well.jpg", k_photo) + text("go", "stay"));
    EXPECT_THAT(one, AllOf(HasSubstr("well.jpg (1 KB)"), HasSubstr("question 5 of")));
    const std::string two = send(carried_on(one) + file("letter.txt", "Please mend it.\n") + text("go", "on"));
    EXPECT_THAT(two, HasSubstr("question 6 of"));
    const std::string check = send(carried_on(two) + text("step", "5") + text("go", "on"));
    EXPECT_THAT(check, AllOf(HasSubstr("Check before you send"), HasSubstr("well.jpg\nletter.txt")));
    const std::string code = code_on(send(carried_on(check) + text("go", "send")));
    const std::string page = matter(code);
    EXPECT_THAT(page, AllOf(HasSubstr("well.jpg (1 KB)"), HasSubstr("letter.txt (1 KB)")));
    const std::string back = ask(post("/en/o/village/paper", k_form, "code=" + code + "&paper=" + file_on(page)));
    EXPECT_EQ(body_in(back), k_bare);
}

TEST_F(PapersOnPages, HaveAScriptAndTheMicrophoneAndNoOtherPageHas) {
    const std::string page = send(text("step", "3") + text("go", "on") + text("f.points", "Mend the culvert"));
    EXPECT_THAT(page, HasSubstr("<script src=\"/script/papers.js?"));
    EXPECT_THAT(header_in(page, "Content-Security-Policy"), testing::EndsWith("; script-src 'self'"));
    EXPECT_THAT(header_in(page, "Permissions-Policy"), AllOf(HasSubstr("microphone=(self)"), HasSubstr("camera=()")));
    const std::string words = send(text("step", "1") + text("go", "on") + text("f.points", "Mend the culvert"));
    EXPECT_THAT(words, Not(HasSubstr("<script")));
    EXPECT_THAT(header_in(words, "Permissions-Policy"), AllOf(HasSubstr("microphone=()"), HasSubstr("camera=()")));
}

TEST_F(PapersOnPages, MayBeAVoiceNoteOfWhichTheVoiceIsKept) {
    const std::string format = "fmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0"s;
    const std::string samples = "data\4\0\0\0voic"s;
    const std::string told = "LIST\6\0\0\0GPS 42"s;
    const std::string page = send(k_typed + file("note.wav", "RIFF\x32\0\0\0WAVE"s + told + format + samples) + text("go", "stay"));
    const std::string code = code_on(send(carried_on(page) + text("go", "send")));
    const std::string back = ask(post("/en/o/village/paper", k_form, "code=" + code + "&paper=" + file_on(matter(code))));
    EXPECT_EQ(header_in(back, "Content-Type"), "audio/wav");
    EXPECT_EQ(body_in(back), "RIFF\x28\0\0\0WAVE"s + format + samples);
}

TEST_F(PapersOnPages, CanBeSentTwiceAndAreNamedOnce) {
    const std::string page = send(k_typed + file("well.jpg", k_photo) + text("go", "stay"));
    const std::string code = code_on(send(carried_on(page) + text("go", "send")));
    ASSERT_FALSE(code.empty());
    EXPECT_EQ(code_on(send(carried_on(page) + text("go", "send"))), code);
    EXPECT_EQ(town_.site.offices[0].store->paper_digests().size(), 1U);
    const std::string other = std::regex_replace(carried_on(page), std::regex("k1"), "k2");
    EXPECT_NE(code_on(send(other + text("go", "send"))), code);
    EXPECT_EQ(town_.site.offices[0].store->paper_digests().size(), 2U) << "each matter has a paper of its own";
}

TEST_F(PapersOnPages, CanBeTakenOffTheList) {
    const std::string page = send(k_typed + file("well.jpg", k_photo) + text("go", "stay"));
    const std::string without = send(carried_on(page) + text("go", "drop-paper.papers.1"));
    EXPECT_THAT(without, AllOf(Not(HasSubstr("well.jpg")), HasSubstr("question 5 of")));
}

TEST_F(PapersOnPages, AreRefusedByTheirNamesAndEverythingElseIsKept) {
    const std::string page = send(k_typed + file("well.jpg", k_photo) + file("song.mp3", "ID3\x01") + text("go", "on"));
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, AllOf(HasSubstr("“song.mp3” was not taken"), HasSubstr("well.jpg (1 KB)"), HasSubstr("href=\"#f-papers\"")));
    EXPECT_THAT(carried_on(page), HasSubstr("Mend the culvert"));
    EXPECT_THAT(send(k_typed + file("a.jpg", "\xff\xd8\xff\xe1 half") + text("go", "on")), HasSubstr("incomplete or damaged"));
    EXPECT_THAT(send(k_typed + file("a.txt", std::string(5 * k_mega + 1, 'a')) + text("go", "on")), HasSubstr("larger than 5 MB"));
    std::string six;
    for (const char* name : {"1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt"}) six += file(name, "x");
    EXPECT_THAT(send(k_typed + six + text("go", "on")), AllOf(HasSubstr("“6.txt” was not taken"), HasSubstr("5.txt (1 KB)")));
    EXPECT_THAT(send(k_typed + k_no_file + text("go", "on")), HasSubstr("question 6 of"));
}

TEST_F(PapersOnPages, ThatAreTooManyBytesAtOnceLoseNoWord) {
    const std::string page = send(k_typed + file("a.jpg", std::string(6 * k_mega, 'a')) +
                                  file("b.jpg", std::string(6 * k_mega, 'b')) + text("go", "on"));
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, AllOf(HasSubstr("more than 8 MB together"), HasSubstr("question 5 of")));
    EXPECT_THAT(carried_on(page), HasSubstr("Mend the culvert"));
    EXPECT_EQ(status_in(ask("POST "s + k_submit + " HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=cut\r\n" +
                            "Content-Length: " + std::to_string(65 * k_mega) + "\r\n\r\n")),
              413);
}

TEST_F(PapersOnPages, ThatNoPageTookAreNotBelieved) {
    const std::string hex(64, 'a');
    for (const std::string& forged :
         {hex + "." + hex + ".5.a.txt", "../../../../../../../../../../../../../../../../../../etc/passwd"s}) {
        const std::string page = send(k_typed + text("paper.papers.1", forged) + text("go", "send"));
        EXPECT_EQ(code_on(page).empty(), forged.starts_with(hex)) << page;
    }
    EXPECT_EQ(town_.site.offices[0].store->paper_digests().size(), 0U);
}

TEST_F(PapersOnPages, ComeWithAWordInAMatterToo) {
    const std::string code = town_.raise({{"points", base::Json::array({"Mend the culvert"})}});
    const std::string typed = text("code", code) + text("act", "add_facts") + text("key", "k9") + text("seen", "1");
    const std::string word = "/en/o/village/matter/word";
    EXPECT_THAT(send(typed, word), HasSubstr("enctype=\"multipart/form-data\""));
    const std::string listed =
        send(typed + text("f.words", "It got wider.") + file("well.jpg", k_photo) + text("go", "stay"), word);
    EXPECT_THAT(listed,
                AllOf(HasSubstr("well.jpg (1 KB)"), HasSubstr(">It got wider.</textarea>"), Not(HasSubstr("error-summary"))));
    const std::string said = send(carried_on(listed) + text("f.words", "It got wider.") + k_no_file + text("go", "send"), word);
    EXPECT_THAT(said, AllOf(HasSubstr("Your word is recorded."), HasSubstr("well.jpg (1 KB)"), HasSubstr("It got wider.")));
}
