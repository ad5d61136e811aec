// Every released version of the act format has a file of frames here that must fold to the same state for ever.

#include <gtest/gtest.h>

#include <fstream>

#include "base/json.hpp"
#include "office/office.hpp"
#include "record/sha256.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/small_rules.hpp"

namespace hearth {
namespace {

std::string folded_digest(const std::filesystem::path& file) {
    std::ifstream in(file);
    EXPECT_TRUE(in.good()) << file;
    office::Office office(tests::village(), tests::small_rules());
    for (std::string line; std::getline(in, line);) {
        const auto json = base::parse_json(line);
        EXPECT_TRUE(json) << line;
        const auto frame = record::frame_from_json(*json);
        EXPECT_TRUE(frame) << line;
        office::apply(office, *frame);
    }
    std::string state = office.save();
    for (const auto& row : office.changed_rows()) state += row.folded;
    return base::hex(base::view(record::sha256(state)));
}

TEST(ReleasedActs, OfVersionOneFoldToTheSameState) {
    EXPECT_EQ(folded_digest(tests::source_folder() / "tests/vector/acts_v1.jsonl"),
              "4a500b8953cfa5957177a84baec8d81dac480987d40720ae734f2ce23f0d0789");
}

}  // namespace
}  // namespace hearth
