// A paper from the hand of a resident to the day when it is forgotten, through the program itself; and what a power cut between its
// file and its act leaves.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "clerk/effects.hpp"
#include "cli/housekeeping.hpp"
#include "cli/installation.hpp"
#include "store/files.hpp"
#include "store/paper_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const std::string k_letter = "The well has been dry since June.\n";

class Papers : public testing::Test {
protected:
    Papers() {
        ::setenv("XDG_STATE_HOME", folder_.path().c_str(), 1);
        EXPECT_EQ(run({"init", office(), "--id", "village"}).exit_code, 0);
        store::replace_synced(folder_.path() / "letter.txt", k_letter);
    }
    Ran run(const std::vector<std::string>& arguments) { return run_hearth(arguments); }
    std::string office() { return paths_.root.string(); }
    std::string at(const std::string& name) { return (folder_.path() / name).string(); }
    Ran submit(const std::string& file) {
        return run({"act", office(), "submit", "--field", "kind=claim", "--field", R"(points=["Dig it deeper"])", "--paper",
                    "papers=" + at(file), "--receipt", at("receipt")});
    }
    std::size_t files() { return static_cast<std::size_t>(std::distance(fs::directory_iterator(paths_.papers()), {})); }
    fs::path newest(const std::string& kind) {
        fs::path found;
        for (const auto& file : fs::directory_iterator(folder_.path() / "backups" / "village")) {
            const std::string name = file.path().filename().string();
            if (name.starts_with(kind + "-2") && name > found.filename().string()) found = file.path();
        }
        return found;
    }

    TemporaryFolder folder_;
    cli::OfficePaths paths_{folder_.path() / "village"};
};

TEST_F(Papers, GoFromTheHandToTheReceiptToTheBackupAndAreForgotten) {
    const Ran done = submit("letter.txt");
    ASSERT_EQ(done.exit_code, 0) << done.output;
    EXPECT_EQ(files(), 1U);

    EXPECT_EQ(run({"show", office(), "--matter", "1", "--papers", at("out")}).exit_code, 0);
    EXPECT_EQ(store::read_file(folder_.path() / "out" / "1-letter.txt"), k_letter);
    const Ran verified = run({"verify", at("receipt"), "--paper", at("letter.txt")});
    EXPECT_EQ(verified.exit_code, 0) << verified.output;
    EXPECT_THAT(verified.output, HasSubstr("byte for byte the one that was handed in"));
    store::replace_synced(folder_.path() / "other.txt", "another letter");
    EXPECT_EQ(run({"verify", at("receipt"), "--paper", at("other.txt")}).exit_code, 1);
    EXPECT_THAT(run({"export", office()}).output, HasSubstr(R"("name":"letter.txt")"));

    ASSERT_EQ(run({"backup", office(), "--to", at("backups")}).exit_code, 0);
    fs::remove_all(paths_.papers());
    const Ran restored =
        run({"restore", newest("office").string(), office(), "--replace", "--paper-keys", newest("paper-keys").string()});
    ASSERT_EQ(restored.exit_code, 0) << restored.output;
    EXPECT_EQ(run({"show", office(), "--matter", "1", "--papers", at("again")}).exit_code, 0);
    EXPECT_EQ(store::read_file(folder_.path() / "again" / "1-letter.txt"), k_letter);

    ASSERT_EQ(run({"erase", office(), "--matter", "1", "--field", "request.papers", "--ground", "request"}).exit_code, 0);
    EXPECT_EQ(files(), 0U);
    EXPECT_TRUE(cli::open_store(paths_)->paper_digests().empty());
    EXPECT_EQ(run({"verify", office()}).exit_code, 0);
    EXPECT_THAT(run({"show", office(), "--matter", "1", "--papers", at("gone")}).output, HasSubstr("papers written:\n"));
    EXPECT_TRUE(fs::is_empty(folder_.path() / "gone"));
}

TEST_F(Papers, AreRefusedInPlainWordsAndLeaveNothing) {
    store::replace_synced(folder_.path() / "program", std::string("\x7f", 1) + "ELF");
    const Ran refused = submit("program");
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.output, HasSubstr("neither a PDF"));
    EXPECT_EQ(files(), 0U);
    EXPECT_EQ(cli::open_store(paths_)->size(), 1U);
}

TEST_F(Papers, WhoseActAPowerCutPreventedAreSweptAfterADay) {
    const pid_t child = ::fork();
    if (child == 0) {
        store::PaperFiles(paths_.papers()).keep(k_letter);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_EQ(files(), 1U) << "the file came before the act";
    ASSERT_EQ(submit("letter.txt").exit_code, 0);
    ASSERT_EQ(files(), 2U);

    const auto store = cli::open_store(paths_);
    const base::Instant now = clerk::SystemClock().now();
    cli::keep_house(paths_, *store, now);
    EXPECT_EQ(files(), 2U) << "it may still be on its way";
    cli::keep_house(paths_, *store, {now.ms + 2 * 86'400'000LL});
    ASSERT_EQ(files(), 1U);
    const auto kept = store->paper_digests();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(store::PaperFiles(paths_.papers()).read(*store->paper(kept.front())).value(), k_letter);
}

}  // namespace
}  // namespace hearth::tests
