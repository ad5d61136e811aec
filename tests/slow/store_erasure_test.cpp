// After an erasure nothing of the erased words may be left in any file of the store. SQLite leaves copies of rows where it moves
// them between pages, so this fills and erases in disorder, with fields from a word to several pages, and then reads every byte.
#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <set>

#include "store/files.hpp"
#include "store/sqlite_store.hpp"
#include "tests/store/sample_batch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

/// The words of one field: a mark that is found wherever a piece of it is left, repeated to a length.
std::string marked_words(std::uint64_t mark, std::size_t repeats) {
    std::string words;
    for (std::size_t i = 0; i < repeats; ++i) words += "mark" + std::to_string(mark) + "end ";
    return words;
}

/// Every mark that stands anywhere in the files of a folder.
std::set<std::uint64_t> marks_in(const std::filesystem::path& folder) {
    std::set<std::uint64_t> marks;
    const std::regex form("mark([0-9]+)end");
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const std::string bytes = store::read_file(file.path());
        for (std::sregex_iterator found(bytes.begin(), bytes.end(), form), end; found != end; ++found) {
            marks.insert(std::stoull((*found)[1]));
        }
    }
    return marks;
}

class Churn {
public:
    explicit Churn(const std::filesystem::path& folder, unsigned seed) : store_(store::files_in(folder)), chance_(seed) {}

    void step() {
        const std::uint64_t first = store_.size();
        record::Batch batch = sample_batch(first, 1 + below(12));
        for (std::size_t i = 0; i < batch.entries.size(); ++i) fill(batch.entries[i], first + i);
        for (std::uint64_t i = below(8); i > 0 && first > 0; --i) erase_one(batch, below(first));
        if (first > 0)
            batch.retention_ends.push_back({{static_cast<std::int64_t>(1 + below(first))}, "5y closed", base::Instant{77}});
        store_.append(batch);
        for (std::uint64_t entry = first; entry < store_.size(); ++entry) index(entry);
        for (const base::MatterId matter : store_.search_stale(1000)) index(static_cast<std::uint64_t>(matter.number - 1));
    }
    void scrub() { store_.scrub(); }

    [[nodiscard]] const std::set<std::uint64_t>& erased() const { return erased_; }
    [[nodiscard]] const std::set<std::uint64_t>& kept() const { return kept_; }

private:
    std::uint64_t below(std::uint64_t limit) { return std::uniform_int_distribution<std::uint64_t>(0, limit - 1)(chance_); }

    void fill(record::Entry& entry, std::uint64_t index) {
        entry.content.clear();
        for (std::uint64_t place = 0; place < 3; ++place) {
            const std::uint64_t mark = index * 3 + place;
            const std::size_t repeats = below(20) == 0 ? 200 + below(1500) : 1 + below(30);
            entry.content.push_back(sample_field("f" + std::to_string(place), marked_words(mark, repeats)));
            kept_.insert(mark);
        }
    }
    void erase_one(record::Batch& batch, std::uint64_t entry) {
        const std::uint64_t place = below(4);
        batch.erasures.push_back({entry, place == 3 ? "" : "f" + std::to_string(place)});
        for (std::uint64_t mark = entry * 3; mark < entry * 3 + 3; ++mark) {
            if (place != 3 && mark != entry * 3 + place) continue;
            kept_.erase(mark);
            erased_.insert(mark);
        }
    }
    void index(std::uint64_t entry) {
        std::string text;
        for (const auto& stored : store_.entries_of({static_cast<std::int64_t>(entry + 1)})) {
            for (const auto& field : stored.content) text += base::from_base64url(field.disclosure).value() + "\n";
        }
        store_.index_search(store_.size(), {{{static_cast<std::int64_t>(entry + 1)}, text}});
    }

    store::SqliteStore store_;
    std::mt19937 chance_;
    std::set<std::uint64_t> erased_;
    std::set<std::uint64_t> kept_;
};

TEST(StoreErasure, LeavesNoByteOfWhatWasErasedInAnyFile) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const TemporaryFolder folder;
        Churn churn(folder.path(), seed);
        for (int round = 0; round < 4; ++round) {
            for (int i = 0; i < 60; ++i) churn.step();
            churn.scrub();
            const auto found = marks_in(folder.path());
            for (const std::uint64_t mark : churn.erased()) {
                ASSERT_FALSE(found.contains(mark)) << "mark " << mark << ", seed " << seed << ", round " << round;
            }
            // The search above is blind unless it finds what was kept.
            EXPECT_EQ(found.size(), churn.kept().size());
            EXPECT_GT(churn.erased().size(), 100U);
        }
    }
}

}  // namespace
}  // namespace hearth::tests
