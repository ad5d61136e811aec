#include "web/http/multipart.hpp"

#include <gtest/gtest.h>

namespace hearth::web::http {
namespace {

std::string part(const std::string& head, const std::string& bytes) { return "--b\r\n" + head + "\r\n\r\n" + bytes + "\r\n"; }
std::string named(const std::string& name) { return "Content-Disposition: form-data; " + name; }

std::string rule_of(const std::string& body, std::size_t most = 9) {
    const auto parts = parts_in(body, "b", most);
    return parts ? "" : parts.error().rule + " " + parts.error().detail;
}

TEST(Multipart, ReadsFieldsAndFiles) {
    const std::string body = part(named("name=\"request\"") + "\r\nContent-Type: application/json", "{}") +
                             part("content-disposition: form-data; name=papers; filename=\"C:\\\\photos\\\\well %22new%22.png\"",
                                  std::string("\0\r\n--a\r\n", 8)) +
                             "--b--\r\n";
    const auto parts = parts_in(body, "b", 2);
    ASSERT_TRUE(parts) << to_string(parts.error());
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_EQ((*parts)[0].name, "request");
    EXPECT_EQ((*parts)[0].content_type, "application/json");
    EXPECT_EQ((*parts)[0].bytes, "{}");
    EXPECT_EQ((*parts)[0].file_name, "");
    EXPECT_EQ((*parts)[1].name, "papers");
    EXPECT_EQ((*parts)[1].file_name, "well \"new\".png");
    EXPECT_EQ((*parts)[1].bytes, std::string_view("\0\r\n--a\r\n", 8));
}

TEST(Multipart, ReadsAnEmptyPartAndNoPart) {
    const auto parts = parts_in(part(named("name=\"a\""), ""), "b", 1);
    EXPECT_FALSE(parts);
    EXPECT_EQ(parts_in(part(named("name=\"a\""), "") + "--b--", "b", 1)->at(0).bytes, "");
    EXPECT_TRUE(parts_in("--b--\r\n", "b", 1)->empty());
}

TEST(Multipart, RefusesWhatDoesNotFit) {
    const std::string whole = part(named("name=\"a\""), "x");
    EXPECT_EQ(rule_of(whole + "--b--"), "");
    EXPECT_EQ(rule_of(""), "http/multipart delimiter");
    EXPECT_EQ(rule_of("preamble\r\n" + whole + "--b--"), "http/multipart delimiter");
    EXPECT_EQ(rule_of("--b\n" + whole + "--b--"), "http/multipart delimiter");
    EXPECT_EQ(rule_of(whole), "http/multipart end");
    EXPECT_EQ(rule_of(whole + "--b--tail"), "http/multipart end");
    EXPECT_EQ(rule_of("--b\r\n" + named("name=\"a\"") + "\r\n\r\nno end"), "http/multipart end");
    EXPECT_EQ(rule_of(part("Content-Type: text/plain", "x") + "--b--"), "http/multipart name");
    EXPECT_EQ(rule_of(part(named("name=\"\xff\""), "x") + "--b--"), "http/multipart name");
    EXPECT_EQ(rule_of(part(named("name=\"a"), "x") + "--b--"), "http/multipart name");
    EXPECT_EQ(rule_of(part(named("name=\"a\"") + "\r\n" + named("name=\"b\""), "x") + "--b--"), "http/multipart name");
    EXPECT_EQ(rule_of(part("attachment", "x") + "--b--"), "http/multipart header");
    EXPECT_EQ(rule_of(part(named("name=\"a\"") + "\r\nX: " + std::string(2'048, 'x'), "x") + "--b--"), "http/multipart header");
    EXPECT_EQ(rule_of(whole + whole + "--b--", 1), "http/parts 1");
    EXPECT_EQ(rule_of(whole + whole + "--b--", 2), "");
}

TEST(Multipart, ReadsWhatIsWholeInABeginning) {
    const std::string whole = part(named("name=\"a\""), "x") + part(named("name=\"b\""), "y");
    for (const char* rest :
         {"--b--", "", "--b\r\n", "--b\r\nContent-Disp", "--b\r\nContent-Disposition: form-data; name=c\r\n\r\nhalf"}) {
        const auto parts = whole_parts_in(whole + rest, "b", 9);
        EXPECT_EQ(parts.size(), *rest == '\0' ? 1U : 2U) << rest;
    }
    EXPECT_EQ(whole_parts_in(whole + "--b--", "b", 1).size(), 1U);
    EXPECT_TRUE(whole_parts_in("x" + whole, "b", 9).empty());
}

TEST(Multipart, FindsTheBoundaryOfAForm) {
    EXPECT_EQ(boundary_in("multipart/form-data; boundary=b"), "b");
    EXPECT_EQ(boundary_in("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), "a b");
    EXPECT_EQ(boundary_in("multipart/mixed; boundary=b"), "");
    EXPECT_EQ(boundary_in("multipart/form-data"), "");
    EXPECT_EQ(boundary_in("multipart/form-data; boundary=" + std::string(71, 'b')), "");
}

}  // namespace
}  // namespace hearth::web::http
