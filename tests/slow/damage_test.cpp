// What a stranger finds who checks a served record over its address, and what an operator is told whose files were damaged: each
// kept part, wherever a bit flips or the file ends too early, is refused by name and never takes the program down.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/act_request.hpp"
#include "cli/installation.hpp"
#include "cli/verify_record.hpp"
#include "store/files.hpp"
#include "store/sqlite.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

OfficeConfig village() {
    OfficeConfig config;
    config.id = {"village"};
    config.host = "hearth.example";
    config.prefix = "V";
    return config;
}

clerk::Outcome submit(OpenOffice& office, const std::string& words) {
    ActRequest request;
    request.act = "submit";
    request.fields = {{"kind", "claim"}, {"points", {"Mend the well"}}, {"account", words}};
    return office.clerk().submit_and_wait(command_of(request, office.clerk(), clerk::SystemClock().now()).value());
}

std::string words_of(const Verdict& verdict) {
    std::string words;
    for (const Verdict::Line& line : verdict.lines)
        words += (line.holds ? "ok " : "FAILED ") + line.about + ": " + line.words + "\n";
    return words;
}

/// A founded office with some acts, closed, so that all of it lies in its files.
class Damaged : public testing::Test {
protected:
    static constexpr int k_matters = 12;

    Damaged() {
        ::setenv("XDG_STATE_HOME", folder_.path().c_str(), 1);
        found_office(paths_, village(), tests::pack_files("procedures/cn"));
        OpenOffice office(paths_);
        trust_.key = record::parse_key(office.vkey()).value();
        for (int i = 0; i < k_matters; ++i) receipt_ = submit(office, "It fell in, " + std::to_string(i)).answer()->receipt;
    }

    Verdict verify(const std::string& place) {
        CheckpointMemory memory(folder_.path() / "memory");
        fs::remove(folder_.path() / "memory");
        return verify_record(*open_record(place), trust_, memory);
    }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    Trust trust_;
    std::string receipt_;
};

TEST_F(Damaged, TheRecordIsProvedOverItsAddressByAStrangerWhoSeesNoDisclosure) {
    Verdict told;
    std::string address;
    tests::run_hearth({"serve", paths_.root.string(), "--listen", "127.0.0.1:0"}, [&](const std::string& line) {
        const auto at = line.find("http://");
        if (!line.starts_with("Serving") || at == std::string::npos) return true;
        address = line.substr(at) + "o/village/record";
        told = verify(address);
        return false;
    });
    ASSERT_NE(address, "");
    EXPECT_TRUE(told.holds()) << words_of(told);
    EXPECT_THAT(words_of(told), HasSubstr("ok entries: 13, every one of them read"));
    EXPECT_THAT(words_of(told), HasSubstr("none lie beside served tiles"));
    EXPECT_THROW(verify(address), base::Fault) << "nobody serves any more, and that is said";
}

TEST_F(Damaged, TheDatabaseNamesTheEntryInWhichABitFlipped) {
    ASSERT_TRUE(verify(paths_.root.string()).holds());
    const std::string whole = store::read_file(paths_.database());
    for (int entry = 0; entry <= k_matters; ++entry) {
        for (const char* part : {"SELECT leaf FROM entry WHERE idx = ?", "SELECT frame FROM entry WHERE idx = ?"}) {
            const std::string bytes =
                *store::Connection(paths_.database(), store::Connection::Mode::read_only).text(part, std::int64_t{entry});
            const auto at = whole.find(bytes);
            ASSERT_NE(at, std::string::npos) << entry;
            std::string flipped = whole;
            flipped[at + bytes.size() / 2] = static_cast<char>(flipped[at + bytes.size() / 2] ^ 4);
            std::ofstream(paths_.database(), std::ios::binary) << flipped;
            const Verdict verdict = verify(paths_.root.string());
            EXPECT_FALSE(verdict.holds()) << part << entry;
            EXPECT_EQ(verdict.first_bad, static_cast<std::uint64_t>(entry)) << part << "\n" << words_of(verdict);
        }
    }
    std::ofstream(paths_.database(), std::ios::binary) << whole;
    EXPECT_TRUE(verify(paths_.root.string()).holds());
}

TEST_F(Damaged, TheDatabaseNeverTakesTheProgramDownWhereverItIsCutOrFlipped) {
    const std::string whole = store::read_file(paths_.database());
    int told = 0;
    for (std::size_t at = 0; at < whole.size(); at += 1'531) {
        for (const bool cut : {false, true}) {
            std::string bytes = cut ? whole.substr(0, at) : whole;
            if (!cut) bytes[at] = static_cast<char>(bytes[at] ^ 16);
            std::ofstream(paths_.database(), std::ios::binary | std::ios::trunc) << bytes;
            try {
                told += verify(paths_.root.string()).holds() ? 0 : 1;
            } catch (const base::Fault& fault) {
                EXPECT_NE(std::string(fault.what()), "");
                ++told;
            }
        }
    }
    EXPECT_GT(told, 0);
}

TEST_F(Damaged, TheCheckpointBesideTheDatabaseIsTakenForWhatItIs) {
    const std::string whole = store::read_file(paths_.checkpoint());
    // A note that none of our keys signed proves nothing, so it can neither open a fork nor close the office.
    for (const std::string& note : {whole.substr(0, whole.size() / 2), std::string("nonsense"), std::string()}) {
        std::ofstream(paths_.checkpoint(), std::ios::binary | std::ios::trunc) << note;
        EXPECT_NO_THROW(OpenOffice office(paths_));
    }
}

TEST_F(Damaged, AReceiptIsRefusedWhereverABitFlipsOrItEnds) {
    const CheckpointMemory memory(folder_.path() / "memory");
    ASSERT_TRUE(verify_receipt(receipt_, {}, trust_, memory).holds());
    const std::size_t proven = receipt_.find("entry ");
    for (std::size_t at = proven; at < receipt_.size(); at += 3) {
        std::string flipped = receipt_;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        EXPECT_FALSE(verify_receipt(flipped, {}, trust_, memory).holds()) << at;
        EXPECT_FALSE(verify_receipt(receipt_.substr(0, at), {}, trust_, memory).holds()) << at;
    }
}

/// A file system with no room but for a little, where this machine lets the test mount one.
class SmallDisk {
public:
    explicit SmallDisk(fs::path folder) : folder_(std::move(folder)) {
        fs::create_directory(folder_);
        is_mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=6m") == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (is_mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }

    [[nodiscard]] bool is_mounted() const { return is_mounted_; }
    [[nodiscard]] const fs::path& folder() const { return folder_; }
    /// Takes all room that is left.
    void fill() {
        std::ofstream ballast(folder_ / "ballast", std::ios::binary);
        const std::string piece(4096, 'x');
        while (ballast.write(piece.data(), static_cast<std::streamsize>(piece.size())).flush()) {
        }
    }
    void make_room() { fs::remove(folder_ / "ballast"); }

private:
    fs::path folder_;
    bool is_mounted_ = false;
};

TEST(FullDisk, IsToldAndTheOfficeGoesOnByItselfOnceThereIsRoom) {
    const tests::TemporaryFolder folder;
    SmallDisk disk(folder.path() / "disk");
    if (!disk.is_mounted()) GTEST_SKIP() << "this machine lets the test mount no small file system (it needs root)";
    const OfficePaths paths{disk.folder() / "village"};
    found_office(paths, village(), tests::pack_files("procedures/cn"));
    {
        OpenOffice office(paths);
        ASSERT_TRUE(submit(office, "before").answer());
        disk.fill();
        std::uint64_t recorded = 2;
        std::string told;
        for (int i = 0; i < 2'000 && told.empty(); ++i) {
            const clerk::Outcome outcome = submit(office, std::string(10'000, 'w'));
            if (!outcome.broke()) {
                ++recorded;
                continue;
            }
            try {
                (void)outcome.answer();
            } catch (const base::Fault& fault) {
                told = fault.what();
            }
        }
        EXPECT_THAT(told, HasSubstr("full"));
        EXPECT_FALSE(office.clerk().health().serving);
        EXPECT_EQ(office.store().size(), recorded) << "nothing that was refused lasted, nothing that was answered was lost";
        disk.make_room();
        ASSERT_TRUE(submit(office, "after").answer());
        EXPECT_TRUE(office.clerk().health().serving);
        EXPECT_EQ(office.store().size(), recorded + 1);
    }
    CheckpointMemory memory(folder.path() / "memory");
    const Verdict verdict = verify_record(*open_record(paths.root.string()), {}, memory);
    EXPECT_TRUE(verdict.holds()) << words_of(verdict);
}

/// A pack that takes a right away is not taken; one that is lawful is, without a restart of the process.
TEST_F(Damaged, APackIsReadAnewOnlyWhenItIsLawful) {
    const fs::path file = paths_.procedures() / "request.yaml";
    const std::string lawful = store::read_file(file);
    const auto edited = [&](const std::string& from, const std::string& to) {
        std::string text = lawful;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    const auto reload = [&] {
        const std::string words = store::read_file(paths_.lock());
        ::kill(static_cast<pid_t>(std::stoi(words.substr(words.find_first_of("0123456789")))), SIGHUP);
    };
    std::vector<std::string> seen;
    int served = 0;
    tests::run_hearth({"serve", paths_.root.string(), "--listen", "127.0.0.1:0"}, [&](const std::string& line) {
        seen.push_back(line);
        if (line.starts_with("Serving") && ++served == 1) {
            store::replace_synced(file, edited("success: [confirmed, time_kept, overturned, waiting_age]", "success: [received]"));
            reload();
        }
        if (line.find("goes on under the pack that it has") != std::string::npos) {
            const int version = load_procedures(tests::pack_files("procedures/cn"))->pack.procedure("request")->version;
            store::replace_synced(file, edited("version: " + std::to_string(version), "version: " + std::to_string(version + 1)));
            reload();
        }
        return served < 2;
    });
    EXPECT_EQ(served, 2) << testing::PrintToString(seen);
    EXPECT_THAT(seen, testing::Contains(HasSubstr("right 8")));
    const auto store = open_store(paths_);
    EXPECT_EQ(store->size(), 2U + k_matters);
    EXPECT_EQ(record::open_frame(store->entries(store->size() - 1, 1, false).at(0).frame)->act, "pack_changed");
}

}  // namespace
}  // namespace hearth::cli
