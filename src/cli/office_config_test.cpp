#include "cli/office_config.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

class Config : public testing::Test {
protected:
    OfficeConfig read(const std::string& text) {
        std::ofstream(file_, std::ios::trunc) << text;
        return read_office_config(file_);
    }
    std::string words(const std::string& text) {
        try {
            read(text);
        } catch (const base::Fault& fault) {
            return std::string(fault.what()).substr(file_.string().size());
        }
        return "read";
    }

    tests::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "office.yaml";
};

TEST_F(Config, SaysWhoTheOfficeIs) {
    const OfficeConfig config = read(
        "office: village\ntitle: {en: Village, zh-Hans: 村}\nabove: [township, county]\nhost: hearth.example\nprefix: NT\n"
        "bodies: {supervision: watch}\nwitnesses:\n- {key: w+1+k, submission: http://w, monitoring: http://m}\n");
    EXPECT_EQ(config.origin(), "hearth.example/o/village");
    EXPECT_EQ(config.titles.at("zh-Hans"), "村");
    EXPECT_EQ(config.above, (std::vector<base::OfficeId>{{"township"}, {"county"}}));
    EXPECT_EQ(config.bodies.at("supervision").text, "watch");
    ASSERT_EQ(config.witnesses.size(), 1U);
    EXPECT_EQ(config.witnesses[0].monitoring, "http://m");
}

TEST_F(Config, IsReadAsItWasWritten) {
    OfficeConfig config = read("office: village\nhost: hearth.example\nprefix: NT\n");
    config.origin_suffix = "/r2";
    config.titles = {{"en", "A: \"village\""}};
    config.witnessed = {{"other+1+k", "", ""}};
    config.trusted_keys = {"old+1+k"};
    config.mirror = "https://mirror.example/village";
    config.hooks = {{"https://board.example/hearth", "keys/hook.secret"}};
    config.openid = {"https://id.example", "village", "openid.secret", {{"en", "County sign-in"}}};
    config.second_factor = {{"handler"}, {"reviewer"}};
    config.hours = {{"en", "Mondays: 8:30 to 17:30"}, {"zh-Hans", "周一"}};
    config.receptions = {{{"en", "Tuesdays"}}, {{"en", "Fridays"}, {"zh-Hans", "周五"}}};
    write_office_config(file_, config);
    const OfficeConfig again = read_office_config(file_);
    EXPECT_EQ(again.origin(), "hearth.example/o/village/r2");
    EXPECT_EQ(again.titles, config.titles);
    EXPECT_EQ(again.second_factor, config.second_factor);
    EXPECT_EQ(again.witnessed.at(0).vkey, "other+1+k");
    EXPECT_EQ(again.trusted_keys, config.trusted_keys);
    EXPECT_EQ(again.mirror, config.mirror);
    ASSERT_EQ(again.hooks.size(), 1U);
    EXPECT_EQ(again.hooks[0].address, "https://board.example/hearth");
    EXPECT_EQ(again.hooks[0].secret_file, "keys/hook.secret");
    EXPECT_EQ(again.openid.issuer, "https://id.example");
    EXPECT_EQ(again.openid.client, "village");
    EXPECT_EQ(again.openid.secret_file, "openid.secret");
    EXPECT_EQ(again.openid.name, config.openid.name);
    EXPECT_EQ(again.hours, config.hours);
    EXPECT_EQ(again.receptions, config.receptions);
}

TEST_F(Config, TakesWebHooksOverTlsAndEachOnce) {
    const std::string head = "office: village\nhost: h\nprefix: NT\nhooks:\n";
    EXPECT_EQ(words(head + "- {address: 'http://board.example/', secret_file: s}\n"),
              ":5: the address of a web hook begins with https://");
    EXPECT_EQ(words(head + "- {address: 'https://board.example/'}\n"), ":5: \"secret_file\" is missing");
    const std::string one = "- {address: 'https://board.example/', secret_file: s}\n";
    EXPECT_EQ(words(head + one + one), ":6: this web hook is named twice");
    EXPECT_EQ(words(head + one), "read");
}

TEST_F(Config, TakesAProviderOverTlsWithItsNameForPeople) {
    const std::string head = "office: village\nhost: h\nprefix: NT\nopenid: {client: c, secret_file: s, ";
    EXPECT_EQ(words(head + "issuer: 'https://id.example', name: {en: ID}}\n"), "read");
    EXPECT_EQ(words(head + "issuer: 'http://127.0.0.1:3000', name: {en: ID}}\n"), "read");
    EXPECT_EQ(words(head + "issuer: 'https://id.example'}\n"), ":4: \"name\" is missing");
    EXPECT_EQ(words(head + "name: {en: ID}}\n"), ":4: \"issuer\" is missing");
    for (const char* issuer : {"http://id.example", "https://id.example/?a", "http://localhost.example", "id.example"})
        EXPECT_EQ(words(head + "issuer: '" + issuer + "', name: {en: ID}}\n"),
                  ":4: the issuer is an address that begins with https://")
            << issuer;
}

TEST_F(Config, NamesFileLineAndWhatIsWrong) {
    EXPECT_EQ(words("office: village\nhost: h\nprefix: NT\nsecret: 1\n"), ":4: \"secret\" is not a setting of an office");
    EXPECT_EQ(words("office: Village\nhost: h\nprefix: NT\n"), ":1: the id of an office has only a-z, 0-9 and -, a letter first");
    EXPECT_EQ(words("office: village\nprefix: NT\n"), ":1: \"host\" is missing");
    EXPECT_EQ(words("office: village\nhost: h\nprefix: NT\nabove: county\n"), ":4: \"above\" must be a list");
    EXPECT_EQ(words("office: village\nhost: h\nprefix: NT\nreceptions: [{en: Tuesdays}, Fridays]\n"),
              ":4: \"receptions\" must be a mapping");
    EXPECT_EQ(words("- office\n"), ":1: a mapping of names to values is expected here");
    EXPECT_NE(words("office: [\n").find(":2: "), std::string::npos);
    EXPECT_THROW(read_office_config("/nowhere/office.yaml"), base::Fault);
}

}  // namespace
}  // namespace hearth::cli
