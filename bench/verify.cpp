#include <algorithm>
#include <chrono>
#include <cstdio>

#include "bench/benches.hpp"
#include "bench/history.hpp"
#include "bench/served.hpp"
#include "record/merkle_tree.hpp"
#include "record/sha256.hpp"
#include "record/verifier.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::bench {

namespace {

constexpr int k_runs = 5;

template <class Work>
double best_seconds(Work work) {
    double best = 1e9;
    for (int i = 0; i < k_runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

/// One core's bound: nothing but the hashes of so many leaves (with their one byte in front) and of as many nodes as their tree
/// has.
double tree_bound_s(const std::vector<record::StoredEntry>& entries) {
    unsigned char sink = 0;
    const std::string node(64, 'n');
    const double seconds = best_seconds([&] {
        for (const auto& entry : entries) sink ^= record::sha256('\0', entry.leaf)[0];
        for (std::size_t i = 1; i < entries.size(); ++i) sink ^= record::sha256('\1', node)[0];
    });
    if (sink == 1) std::printf(" ");  // the hashes are used
    return seconds;
}

double disclosure_bound_s(const std::vector<record::StoredEntry>& entries) {
    unsigned char sink = 0;
    const double seconds = best_seconds([&] {
        for (const auto& entry : entries) {
            sink ^= record::sha256(entry.frame)[0];
            for (const auto& field : entry.content) sink ^= record::sha256(field.disclosure)[0];
        }
    });
    if (sink == 1) std::printf(" ");
    return seconds;
}

/// The hash stage as verify does it: leaf hashes, tile by tile into the tree.
double hash_stage_s(const std::vector<record::StoredEntry>& entries) {
    return best_seconds([&] {
        record::TreeRebuilder tree({}, std::nullopt);
        for (std::size_t first = 0; first < entries.size(); first += 256) {
            std::string hashes;
            for (std::size_t i = first; i < std::min(entries.size(), first + 256); ++i) {
                hashes += base::view(record::leaf_hash(entries[i].leaf));
            }
            tree.add(hashes);
        }
        tree.finish();
    });
}

}  // namespace

void verify(const std::string& hearth, std::uint64_t count) {
    const TemporaryFolder folder;
    const auto village = folder.path() / "village";
    output_of({hearth, "init", village, "--id", "village"});
    write_history(village, count, 500);
    std::vector<record::StoredEntry> entries;
    {
        store::SqliteStore store({village / "office.db", village / "search.db", village / "erasures"});
        entries = store.entries(0, store.size(), true);
    }
    const double tree = tree_bound_s(entries);
    const double all = tree + disclosure_bound_s(entries);
    const double stage = hash_stage_s(entries);
    const double n = static_cast<double>(entries.size());
    std::printf("%zu entries; SHA-256 of leaves and nodes alone %.2f s (%.0f entries/s), with disclosures %.2f s\n", entries.size(),
                tree, n / tree, all);
    std::printf("hash stage %.2f s: %.0f %% of its bound (aim: 80 %%)\n", stage, 100 * tree / stage);
    entries.clear();
    entries.shrink_to_fit();
    const double whole = best_seconds([&] { output_of({hearth, "verify", village, "--memory", folder.path() / "seen"}); });
    std::printf("hearth verify, the whole program: %.2f s (%.0f entries/s): %.0f %% of one core's bound (aim: 35 %%)\n", whole,
                n / whole, 100 * all / whole);
}

}  // namespace hearth::bench
