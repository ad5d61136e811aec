#include "clerk/keys.hpp"

#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/stat.h>

#include <fstream>

#include "base/fault.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::clerk {
namespace {

class Keys : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "signing.key"; }
    [[nodiscard]] std::string words() const {
        try {
            read_key_file(file(), k_signing_kind);
        } catch (const base::Fault& fault) {
            return fault.what();
        }
        return "";
    }

private:
    tests::TemporaryFolder folder_;
};

bool verifies(const std::string& signature, std::string_view message, const base::Bytes32& key) {
    return crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.data()),
                                       reinterpret_cast<const unsigned char*>(message.data()), message.size(), key.data()) == 0;
}

TEST_F(Keys, SignTheSameAfterBeingReadAgain) {
    make_key_file(file(), k_signing_kind);
    const SigningKey first(read_key_file(file(), k_signing_kind));
    const SigningKey again(read_key_file(file(), k_signing_kind));
    EXPECT_EQ(first.public_key(), again.public_key());
    EXPECT_EQ(first.sign("minutes"), again.sign("minutes"));
    EXPECT_TRUE(verifies(first.sign("minutes"), "minutes", first.public_key()));
    EXPECT_FALSE(verifies(first.sign("minutes"), "minuteS", first.public_key()));
}

TEST_F(Keys, AreNeverReplaced) {
    make_key_file(file(), k_signing_kind);
    EXPECT_THROW(make_key_file(file(), k_signing_kind), base::Fault);
}

TEST_F(Keys, ThatOthersMayReadAreNotUsed) {
    make_key_file(file(), k_signing_kind);
    EXPECT_EQ(words(), "");
    for (const mode_t mode : {0640U, 0604U, 0660U}) {
        ASSERT_EQ(::chmod(file().c_str(), mode), 0);
        EXPECT_NE(words().find("can be read by others"), std::string::npos) << words();
    }
}

TEST_F(Keys, ThatAreDamagedAreNotUsed) {
    make_key_file(file(), k_box_kind);
    EXPECT_NE(words().find("no key of the kind ed25519"), std::string::npos) << words();
    for (const char* text : {"hearth-key@v1 ed25519\n", "hearth-key@v1 ed25519\nAAAA\n",
                             "hearth-key@v1 ed25519\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                             "hearth-key@v1 ed25519\n*AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"}) {
        std::ofstream(file(), std::ios::trunc) << text;
        EXPECT_NE(words().find("damaged"), std::string::npos) << text;
    }
    std::filesystem::remove(file());
    EXPECT_NE(words().find("No such file"), std::string::npos) << words();
}

TEST_F(Keys, OpenWhatWasSealedToThemAndNothingElse) {
    make_key_file(file(), k_box_kind);
    const BoxKey box(read_key_file(file(), k_box_kind));
    std::string sealed = seal_to(box.public_key(), "he took the money");
    EXPECT_EQ(sealed.find("money"), std::string::npos);
    EXPECT_EQ(box.open(sealed), "he took the money");
    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    EXPECT_EQ(box.open(sealed), std::nullopt);
    EXPECT_EQ(box.open("short"), std::nullopt);
}

}  // namespace
}  // namespace hearth::clerk
