// One person is forgotten, her neighbours are not. A stranger with all files of the office in hand finds nothing of her; the record
// proves as before; yesterday's backup does not bring her back.
#include <gtest/gtest.h>

#include <sstream>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/search_follower.hpp"
#include "cli/act_request.hpp"
#include "cli/erase_request.hpp"
#include "cli/installation.hpp"
#include "cli/refold.hpp"
#include "cli/verify_record.hpp"
#include "store/backup.hpp"
#include "store/files.hpp"
#include "store/sqlite_store.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;

constexpr int k_matters = 40;
constexpr int k_forgotten = 17;

/// Words that stand nowhere else.
std::string words_of(int person) {
    return "well-of-person-" + std::to_string(person) + "-is-dry 第" + std::to_string(person) + "口井干了";
}
std::string point_of(int person) { return "dig-anew-for-" + std::to_string(person) + "-please"; }

/// The bytes in which a text may lie somewhere: as it is, and in base64url at each of the three places where it may begin.
std::vector<std::string> forms_of(const std::string& text) {
    std::vector<std::string> forms = {text};
    for (std::size_t shift = 0; shift < 3; ++shift) {
        const std::string encoded = base::base64url(std::string(shift, ' ') + text);
        const std::size_t skip = shift == 0 ? 0 : 4;
        forms.push_back(encoded.substr(skip, encoded.size() - skip - 4));
    }
    return forms;
}

/// Where a text is found in any form; empty: nowhere.
std::string place_of(const std::string& text, const fs::path& folder) {
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::string bytes;
        try {
            bytes = store::read_file(file.path());
        } catch (const base::Fault&) {
            // The follower of the search may have put a new index in place since the folder was listed.
            if (fs::exists(file.path())) throw;
            continue;
        }
        for (const std::string& form : forms_of(text)) {
            if (bytes.find(form) != std::string::npos) return file.path().string();
        }
    }
    return "";
}

class Erasure : public testing::Test {
protected:
    Erasure() {
        cli::OfficeConfig config;
        config.id = {"village"};
        config.host = "hearth.example";
        config.prefix = "NT";
        cli::found_office(paths_, config, cli::read_procedures(source_folder() / "procedures" / "cn"));
        open();
        for (int person = 1; person <= k_matters; ++person) submit(person);
    }

    void open() { office_ = std::make_unique<cli::OpenOffice>(paths_); }
    record::Store& store() { return office_->store(); }

    void submit(int person) {
        cli::ActRequest request;
        request.act = "submit";
        request.fields = {{"kind", "claim"}, {"points", {point_of(person)}}, {"account", words_of(person)}};
        const auto command = cli::command_of(request, office_->clerk(), clock_.now());
        ASSERT_TRUE(command.has_value()) << to_string(command.error());
        const auto outcome = office_->clerk().submit_and_wait(*command);
        ASSERT_TRUE(outcome.answer().has_value()) << to_string(outcome.answer().error());
        fs::create_directories(paths_.receipts());
        store::replace_synced(paths_.receipts() / (std::to_string(person) + ".receipt"), outcome.answer()->receipt);
    }
    void erase(int person) {
        const auto outcome = cli::erase({"village", std::to_string(person), "", "request"}, office_->clerk(), paths_, clock_.now());
        ASSERT_TRUE(outcome.answer().has_value()) << to_string(outcome.answer().error());
        while (clerk::follow_search(store())) {
        }
        store().scrub();
    }
    std::string backup_key() {
        const auto key = clerk::read_key_file(paths_.backup_key(), clerk::k_backup_kind);
        return {reinterpret_cast<const char*>(key.data()), clerk::Secret::k_size};
    }
    fs::path back_up() {
        const std::string key = backup_key();
        return store::make_backup({.office = paths_.root,
                                   .to = folder_.path() / "backups",
                                   .key = key,
                                   .now = clock_.now(),
                                   .life_ms = 1'000'000,
                                   .key_life_ms = 1'000'000})
            .file;
    }
    void expect_forgotten() {
        EXPECT_EQ(place_of(words_of(k_forgotten), paths_.root), "");
        EXPECT_EQ(place_of(point_of(k_forgotten), paths_.root), "");
        // The search is blind unless it finds the neighbours.
        EXPECT_NE(place_of(words_of(k_forgotten + 1), paths_.root), "");
        EXPECT_NE(place_of(point_of(k_forgotten - 1), paths_.root), "");
    }

    TemporaryFolder folder_;
    cli::OfficePaths paths_{folder_.path() / "village"};
    clerk::SystemClock clock_;
    std::unique_ptr<cli::OpenOffice> office_;
};

TEST_F(Erasure, LeavesNothingInAnyFileWhileServedOrAfter) {
    while (clerk::follow_search(store())) {
    }
    EXPECT_NE(place_of(words_of(k_forgotten), paths_.root), "");
    erase(k_forgotten);
    expect_forgotten();
    EXPECT_TRUE(store().search("person-" + std::to_string(k_forgotten), 9).empty());
    EXPECT_EQ(store().search("第" + std::to_string(k_forgotten + 1) + "口井", 9).size(), 1U);
    office_.reset();
    expect_forgotten();
}

TEST_F(Erasure, LeavesARecordThatProvesAndViewsThatFollow) {
    erase(k_forgotten);
    const cli::Trust trust{.policy = std::nullopt, .key = record::parse_key(office_->vkey()).value()};
    office_.reset();
    cli::CheckpointMemory memory(folder_.path() / "memory");
    const auto verdict = cli::verify_record(*cli::open_record(paths_.root.string()), trust, memory);
    std::ostringstream words;
    for (const auto& line : verdict.lines) words << line.about << ": " << line.words << "\n";
    EXPECT_TRUE(verdict.holds()) << words.str();
    const auto rules = cli::load_procedures(cli::read_procedures(paths_.procedures()));
    cli::Refold refold(cli::settings_of(paths_, cli::read_office_config(paths_.config()), rules).profile, rules);
    store::SqliteStore reading(store::files_in(paths_.root), store::SqliteStore::Access::read);
    ASSERT_TRUE(refold.catch_up(reading, [](auto, auto) {}).has_value());
    EXPECT_EQ(cli::first_difference(reading, refold), std::nullopt);
    EXPECT_EQ(refold.size(), 2U + k_matters);
}

TEST_F(Erasure, LeavesNothingInBackupsMadeAfterIt) {
    erase(k_forgotten);
    const fs::path opened = folder_.path() / "opened";
    fs::create_directory(opened);
    ASSERT_TRUE(store::open_sealed_file(back_up(), opened / "database", backup_key()).has_value());
    EXPECT_EQ(place_of(words_of(k_forgotten), opened), "");
    EXPECT_NE(place_of(words_of(k_forgotten + 1), opened), "");
}

TEST_F(Erasure, HoldsWhenYesterdaysBackupIsRestored) {
    const fs::path yesterday = back_up();
    erase(k_forgotten);
    office_.reset();
    const std::string key = backup_key();
    const auto restored =
        store::restore_backup({.file = yesterday, .paper_keys = std::nullopt, .office = paths_.root, .key = key, .replace = true});
    ASSERT_TRUE(restored.has_value()) << to_string(restored.error());
    EXPECT_GT(restored->erased_again, 0U);
    expect_forgotten();
    // The act of erasure itself is missing now, and the checkpoint outside tells of it: the office must not sign on.
    EXPECT_THROW(open(), base::Fault);
}

}  // namespace
}  // namespace hearth::tests
