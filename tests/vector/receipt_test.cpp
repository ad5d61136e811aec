// The receipt that docs/formats/receipt.md shows to writers of verifiers: it proves, and we still write it byte for byte.
#include <gtest/gtest.h>

#include "record/verifier.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sample_record.hpp"

namespace hearth {
namespace {

std::string published() { return tests::file_text(tests::source_folder() / "tests/vector/receipt/sample.receipt"); }

TEST(PublishedReceipt, Proves) {
    const record::Receipt receipt = record::parse_receipt(published()).value();
    const record::ProvedReceipt proved = record::prove(receipt).value();
    EXPECT_EQ(proved.index, 2U);
    EXPECT_EQ(proved.disclosed.size(), 3U);
    EXPECT_TRUE(record::vouch(proved.signed_checkpoint, receipt.key));
}

TEST(PublishedReceipt, IsWrittenByteForByte) {
    tests::SampleRecord record;
    (void)record.grow(3);
    record::Receipt receipt = record.receipt(2);
    receipt.code = "K7QM-3F9T-XW2D-8HVA";
    for (const record::SealedField& field : record.entries[2].content) receipt.disclosures.push_back(field.disclosure);
    EXPECT_EQ(to_string(receipt), published());
}

}  // namespace
}  // namespace hearth
