#include "record/tiles.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/plain_tree.hpp"

namespace hearth::record {
namespace {

// The example of C2SP tlog-tiles.
TEST(TilePath, GroupsTheNumberByThreeDigits) {
    EXPECT_EQ(path_of({0, 1234067, 256}), "tile/0/x001/x234/067");
    EXPECT_EQ(path_of({1, 0, 17}), "tile/1/000.p/17");
    EXPECT_EQ(path_of({std::nullopt, 5, 256}), "tile/entries/005");
    EXPECT_EQ(path_of({std::nullopt, 1000, 255}), "tile/entries/x001/000.p/255");
    EXPECT_EQ(parse_tile_path("tile/0/x001/x234/067").value(), (TileName{0, 1234067, 256}));
    EXPECT_EQ(parse_tile_path("tile/entries/x001/000.p/255").value(), (TileName{std::nullopt, 1000, 255}));
}

TEST(TilePath, RefusesEveryOtherSpelling) {
    for (const std::string_view path : {"",
                                        "tile",
                                        "tile/",
                                        "tile/0",
                                        "tile/0/",
                                        "tile/0/0",
                                        "tile/0/00",
                                        "tile/0/0000",
                                        "tile/00/000",
                                        "tile/64/000",
                                        "tile/-1/000",
                                        "tile/0/x000/001",
                                        "tile/0/x001",
                                        "tile/0/x001/",
                                        "tile/0/001/002",
                                        "tile/0/x01/002",
                                        "tile/0/x001/x002",
                                        "tile/0/000.p",
                                        "tile/0/000.p/",
                                        "tile/0/000.p/0",
                                        "tile/0/000.p/256",
                                        "tile/0/000.p/01",
                                        "tile/0/000.p/1/",
                                        "tile/0/000.p/+1",
                                        "/tile/0/000",
                                        "tile/data/000",
                                        "tile/entries/000/",
                                        "tile/0/ 00",
                                        "tile/0/x018/x446/x744/x073/x709/x551/616",
                                        "tile/0/../000",
                                        "tile/entries"}) {
        EXPECT_EQ(parse_tile_path(path).error(), (base::Refusal{base::Reason::malformed, "record/tile_path"})) << path;
    }
    EXPECT_TRUE(parse_tile_path("tile/63/x018/x446/x744/x073/x709/x551/615"));
}

RC_GTEST_PROP(TilePath, ComesBack, (std::uint64_t number)) {
    const TileName name{*rc::gen::element<std::optional<int>>(std::nullopt, 0, 7, 63), number >> *rc::gen::inRange(0, 64),
                        *rc::gen::inRange<std::size_t>(1, 257)};
    RC_ASSERT(parse_tile_path(path_of(name)).value() == name);
}

// C2SP tlog-tiles: a tree of 70,000 leaves.
TEST(TileWidth, IsThatOfTheExamples) {
    EXPECT_EQ(tile_width(0, 272, 70'000), 256U);
    EXPECT_EQ(tile_width(0, 273, 70'000), 112U);
    EXPECT_EQ(tile_width(0, 274, 70'000), 0U);
    EXPECT_EQ(tile_width(1, 0, 70'000), 256U);
    EXPECT_EQ(tile_width(1, 1, 70'000), 17U);
    EXPECT_EQ(tile_width(2, 0, 70'000), 1U);
    EXPECT_EQ(tile_width(3, 0, 70'000), 0U);
    EXPECT_EQ(tile_width(0, 0, 256), 256U);
    EXPECT_EQ(tile_width(1, 0, 256), 1U);
    EXPECT_EQ(tile_width(1, 0, 255), 0U);
    EXPECT_EQ(tile_width(0, UINT64_MAX, UINT64_MAX), 0U);
    EXPECT_EQ(edge_tiles(70'000), (std::vector<TileName>{{0, 273, 112}, {1, 1, 17}, {2, 0, 1}}));
    EXPECT_EQ(edge_tiles(256), (std::vector<TileName>{{1, 0, 1}}));
    EXPECT_TRUE(edge_tiles(0).empty());
}

TEST(TileRoot, IsThatOfItsLeaves) {
    for (const std::size_t width : {0U, 1U, 2U, 3U, 7U, 255U, 256U}) {
        const auto leaves = tests::some_leaves(width);
        std::string hashes;
        for (const auto& leaf : leaves) hashes += base::view(leaf);
        EXPECT_EQ(tile_root(hashes), tests::plain_root(leaves)) << width;
    }
}

TEST(Bundle, HoldsLengthAndEntry) {
    const std::vector<std::string_view> entries{"one", "", "four"};
    const std::string bundle = encode_bundle(entries);
    EXPECT_EQ(bundle, std::string("\0\3one\0\0\0\4four", 13));
    EXPECT_EQ(decode_bundle(bundle, 3).value(), entries);
    const std::string longest(65535, 'x');
    EXPECT_EQ(decode_bundle(encode_bundle(std::vector<std::string_view>{longest}), 1).value().front(), longest);
}

TEST(Bundle, NamesTheFirstEntryThatIsCut) {
    const std::string bundle = encode_bundle(std::vector<std::string_view>{"one", "two"});
    const auto at = [](std::string detail) {
        return base::Refusal{base::Reason::malformed, "record/bundle", {}, std::move(detail)};
    };
    EXPECT_EQ(decode_bundle(bundle, 3).error(), at("2"));
    EXPECT_EQ(decode_bundle(bundle, 1).error(), at("1"));
    for (std::size_t cut = 0; cut < bundle.size(); ++cut) {
        EXPECT_EQ(decode_bundle(std::string_view(bundle).substr(0, cut), 2).error(), at(cut < 5 ? "0" : "1")) << cut;
    }
    EXPECT_EQ(decode_bundle(bundle + "x", 2).error(), at("2"));
}

TEST(NodesOfTiles, AreThoseOfTheTree) {
    const auto leaves = tests::some_leaves(600);
    int reads = 0;
    const NodeReader read = nodes_of([&](int level, std::uint64_t number) -> std::optional<std::string> {
        ++reads;
        std::string hashes;
        for (std::size_t i = 0; i < tile_width(level, number, leaves.size()); ++i) {
            const std::size_t span = std::size_t{1} << (8 * level);
            const std::size_t first = (static_cast<std::size_t>(number) * 256 + i) * span;
            hashes += base::view(tests::plain_root(tests::part(leaves, first, first + span)));
        }
        if (hashes.empty()) return std::nullopt;
        return hashes;
    });
    const RightEdge edge = right_edge(600, read).value();
    EXPECT_EQ(root_of(edge), tests::plain_root(leaves));
    for (const std::size_t index : {0U, 255U, 256U, 511U, 512U, 599U}) {
        EXPECT_EQ(inclusion_proof(index, 600, edge, read).value(), tests::plain_path(index, leaves));
    }
    const int reads_before = reads;
    EXPECT_EQ(consistency_proof(599, 600, edge, read).value(), tests::plain_subproof(599, leaves, true));
    EXPECT_EQ(reads, reads_before) << "the last tile of each level is kept";
    EXPECT_FALSE(read(0, 600));
    EXPECT_FALSE(read(10, 0));
}

}  // namespace
}  // namespace hearth::record
