#include "record/receipt.hpp"

#include <gtest/gtest.h>

#include "record/ed25519.hpp"

namespace hearth::record {
namespace {

Receipt sample() {
    const Ed25519Signer signer(base::Bytes32{1});
    return {"NT-2026-0148", "K7QM-3F9T-XW2D-8HVA", {"example.org/o/village", VerifierKey::Type::note, signer.public_key()},
            "{\"_sd\":[]}", {"AAAA", "BBBB"},      "c2sp.org/tlog-proof@v1\nindex 0\n\no\n1\n"};
}

TEST(Receipt, ComesBackFromItsText) {
    Receipt receipt = sample();
    EXPECT_EQ(to_string(receipt),
              "hearth-receipt@v1\nmatter NT-2026-0148\ncode K7QM-3F9T-XW2D-8HVA\nkey " + receipt.key.text() +
                  "\nentry {\"_sd\":[]}\ndisclosure AAAA\ndisclosure BBBB\n\nc2sp.org/tlog-proof@v1\nindex 0\n\no\n1\n");
    EXPECT_EQ(parse_receipt(to_string(receipt)).value(), receipt);
    receipt.code.reset();
    receipt.matter.clear();
    receipt.disclosures.clear();
    EXPECT_EQ(parse_receipt(to_string(receipt)).value(), receipt);
}

TEST(Receipt, NamesTheLineThatIsWrong) {
    const std::string key = sample().key.text();
    const std::pair<std::string, std::string> texts[] = {
        {"", "1"},
        {"hearth-receipt@v2\n", "1"},
        {"hearth-receipt@v1\n\xff", "1"},
        {"hearth-receipt@v1\n", "2"},
        {"hearth-receipt@v1\nmatter \nkey " + key + "\nentry {}\n\n", "3"},
        {"hearth-receipt@v1\nmatter M\nkey x\nentry {}\n\n", "3"},
        {"hearth-receipt@v1\nmatter M\nentry {}\n\n", "3"},
        {"hearth-receipt@v1\nmatter M\nmatter M\nkey " + key + "\nentry {}\n\n", "3"},
        {"hearth-receipt@v1\nmatter M\nkey " + key + "\n\n", "4"},
        {"hearth-receipt@v1\nmatter M\nkey " + key + "\nentry {}\n", "5"},
        {"hearth-receipt@v1\nmatter M\nkey " + key + "\nentry {}\nnote x\n\n", "5"},
        {"hearth-receipt@v1\nmatter M\nkey " + key + "\nentry {}\ndisclosure A\nentry {}\n\n", "6"},
    };
    for (const auto& [text, line] : texts) {
        const auto parsed = parse_receipt(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error(), (base::Refusal{base::Reason::malformed, "record/receipt", {}, line})) << text;
    }
}

}  // namespace
}  // namespace hearth::record
