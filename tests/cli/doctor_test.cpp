#include <gmock/gmock.h>

#include <fstream>

#include "clerk/effects.hpp"
#include "cli/backup_notes.hpp"
#include "cli/doctor/examination.hpp"
#include "store/files.hpp"
#include "store/subscription_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/served_program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using web::Finding;

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::int64_t k_minute_ms = 60'000;
const base::Instant k_founded = *base::parse_rfc3339("2026-03-02T01:00:00Z");

base::Instant days_later(int days) { return {k_founded.ms + days * k_day_ms}; }

class Doctor : public testing::Test {
protected:
    Doctor() {
        config_.id = {"village"};
        config_.titles = {{"en", "Village"}};
        config_.host = "hearth.example";
        config_.prefix = "V";
        found(paths_, config_, tests::FakeClock(k_founded));
        write_backup_notes(paths_.backup_notes(), {.made = BackupNotes::Made{"office.sealed", k_founded, days_later(30)},
                                                   .proved = BackupNotes::Proved{"office.sealed", k_founded, k_founded, 1}});
    }
    static void found(const OfficePaths& paths, const OfficeConfig& config, const base::Clock& clock) {
        auto files = tests::pack_files("procedures/cn");
        std::erase_if(files, [](const procedure::SourceFile& file) {
            return file.name == "deliberation.yaml" || file.name == "mediation.yaml" || file.name == "report.yaml";
        });
        found_office(paths, config, files, clock);
    }
    /// The same office, founded today: a clerk goes by the machine's clock.
    base::Instant found_today() {
        const clerk::SystemClock clock;
        fs::remove_all(paths_.root);
        found(paths_, config_, clock);
        return clock.now();
    }
    void raise_at(base::Instant received) {
        OpenOffice office(paths_);
        office::Command command;
        command.by.kind = record::Actor::Kind::resident;
        command.office = {"village"};
        command.procedure = {"request"};
        command.act = "submit";
        command.fields = {{"kind", "claim"}, {"points", {"Mend the culvert"}}, {"account", "It fell in."}};
        command.received_at = received;
        ASSERT_TRUE(office.clerk().submit_and_wait(command).answer());
    }
    /// What needs attention, by its id.
    std::vector<std::string> look(base::Instant now = k_founded, doctor::Thoroughness how = {.ask_neighbours = false}) {
        std::vector<std::string> ids;
        found_ = doctor::examine(paths_, how, now);
        for (const Finding& finding : found_) {
            expect_words(finding);
            if (finding.needs_attention) ids.push_back(finding.id);
        }
        return ids;
    }
    static void expect_words(const Finding& finding) {
        EXPECT_EQ(finding.office, "village");
        for (const std::string_view language : {web::k_english, web::k_chinese}) {
            const web::Catalogue say(language);
            for (const std::string& words : {title_of(finding, say), words_of(finding, say), advice_on(finding, say)})
                EXPECT_FALSE(words.starts_with("doctor.")) << words;
            EXPECT_EQ(advice_on(finding, say).empty(), !finding.needs_attention);
        }
    }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    OfficeConfig config_;
    std::vector<Finding> found_;
};

TEST_F(Doctor, HasNothingToSayOfASoundOfficeAndLooksAtEverything) {
    EXPECT_THAT(look(), IsEmpty());
    std::vector<std::string> checks;
    for (const Finding& finding : found_) checks.push_back(finding.check);
    EXPECT_THAT(checks, IsSupersetOf({"settings", "serving", "database", "procedures", "keys", "checkpoint", "clock", "calendar",
                                      "disk", "letters", "mail", "backup", "restore"}));
}

TEST_F(Doctor, ChangesNothingAndNeedsNoLock) {
    const auto bytes_of_all = [&] {
        std::map<std::string, std::string> bytes;
        for (const auto& file : fs::recursive_directory_iterator(paths_.root)) {
            // SQLite makes a log and its index for each reader; the log stays empty.
            const std::string name = file.path().filename().string();
            if (file.is_regular_file() && !name.ends_with("-shm") && (!name.ends_with("-wal") || fs::file_size(file) > 0))
                bytes[file.path().string()] = store::read_file(file.path());
        }
        return bytes;
    };
    const auto before = bytes_of_all();
    look();
    EXPECT_EQ(bytes_of_all(), before);
    const OpenOffice served(paths_);
    EXPECT_THAT(look(), IsEmpty());
}

TEST_F(Doctor, SeesWhatIsWrongInTheFolder) {
    fs::permissions(paths_.database(), fs::perms::others_read, fs::perm_options::add);
    fs::remove(paths_.checkpoint());
    fs::remove(paths_.backup_notes());
    std::ofstream(paths_.procedures() / "request.yaml", std::ios::app) << "\nno: such thing\n";
    EXPECT_THAT(look(), testing::UnorderedElementsAre("files_open", "checkpoint_missing", "backup_never", "restore_never",
                                                      "procedures_bad"));
    fs::permissions(paths_.signing_key(), fs::perms::group_read, fs::perm_options::add);
    std::ofstream(paths_.backup_notes()) << "{";
    EXPECT_THAT(look(), IsSupersetOf({"keys_bad", "fault"}));
    std::ofstream(paths_.config(), std::ios::app) << "colour: red\n";
    EXPECT_THAT(look(), testing::ElementsAre("settings_bad"));
}

TEST_F(Doctor, SeesASecretOfTheProviderThatOthersMayRead) {
    std::ofstream(paths_.config(), std::ios::app)
        << "openid: {issuer: 'https://id.example', client: c, secret_file: s, name: {en: ID}}\n";
    EXPECT_THAT(look(), testing::ElementsAre("keys_bad")) << "there is none";
    std::ofstream(paths_.root / "s") << "secret\n";
    fs::permissions(paths_.root / "s", fs::perms::owner_read);
    EXPECT_THAT(look(), IsEmpty());
    fs::permissions(paths_.root / "s", fs::perms::group_read, fs::perm_options::add);
    EXPECT_THAT(look(), testing::ElementsAre("files_open"));
}

TEST_F(Doctor, TellsAPublicBoxKeyThatIsNotItsOwn) {
    std::ofstream(paths_.box_public()) << base::base64(std::string(32, 'x')) << "\n";
    EXPECT_THAT(look(), testing::ElementsAre("keys_bad"));
}

TEST_F(Doctor, SeesYesterdaysCopyAndADamagedOne) {
    const base::Instant now = found_today();
    fs::copy_file(paths_.database(), folder_.path() / "yesterday.db");
    raise_at(now);
    EXPECT_THAT(look(now), Not(Contains("checkpoint_bad")));
    for (const char* part : {"-wal", "-shm"}) fs::remove(paths_.database().string() + part);
    fs::copy_file(folder_.path() / "yesterday.db", paths_.database(), fs::copy_options::overwrite_existing);
    EXPECT_THAT(look(now), Contains("checkpoint_bad"));
    fs::resize_file(paths_.database(), fs::file_size(paths_.database()) / 2);
    EXPECT_THAT(look(now), Contains("database_bad"));
}

TEST_F(Doctor, ComparesTheClockWithTheRecordAndTheCalendarWithTheClock) {
    EXPECT_THAT(look({k_founded.ms - 2 * k_day_ms}), testing::ElementsAre("clock_behind"));
    EXPECT_THAT(look(days_later(config_.outage_days + 1)), Contains("clock_ahead"));
    EXPECT_THAT(look(*base::parse_rfc3339("2026-12-10T00:00:00Z")), Contains("calendar_short"));
}

TEST_F(Doctor, SaysWhenABackupOrItsProofIsOld) {
    EXPECT_THAT(look(days_later(1)), IsEmpty());
    EXPECT_THAT(look(days_later(3)), testing::ElementsAre("backup_old"));
    EXPECT_THAT(look(days_later(36)), IsSupersetOf({"backup_old", "restore_old"}));
}

TEST_F(Doctor, SeesLettersAndNoticesThatWaitAndAddressesThatWereRefused) {
    OfficeConfig above = config_;
    above.id = {"township"};
    config_.above = {{"township"}, {"county"}};
    config_.mail.server = "smtp://127.0.0.1";
    config_.mail.from = "no-reply@village.example";
    const base::Instant now = found_today();
    found({folder_.path() / "township"}, above, clerk::SystemClock());
    store::SubscriptionStore(paths_.people()).begin({"t", {1}, {"p"}, "a@b.example", "en", now, "550"});
    raise_at(now);
    const auto soon = look(now);
    EXPECT_THAT(soon, IsSupersetOf({"superior_unknown", "mail_refused"}));
    EXPECT_THAT(soon, Not(Contains("letters_late")));
    EXPECT_THAT(soon, Not(Contains("mail_late")));
    EXPECT_THAT(look({now.ms + k_day_ms + k_minute_ms}), IsSupersetOf({"letters_late", "mail_late"}));
}

TEST_F(Doctor, AsksNeighboursUnlessItIsOffline) {
    const std::string away = "http://127.0.0.1:" + std::to_string(tests::free_port());
    config_.witnesses = {{"witness.example+0a0b0c0d+AQ==", {}, away}};
    config_.mirror = away;
    const std::string vkey = "other.example/o/other+00000000+AQ==";
    config_.peers = {{{"other"}, {}, vkey, base::base64(std::string(32, 'x')), away, {}, {}}};
    write_office_config(paths_.config(), config_);
    EXPECT_THAT(look(), IsEmpty());
    EXPECT_THAT(look(k_founded, {}), testing::UnorderedElementsAre("witness_away", "witness_away", "peer_away"));
}

TEST_F(Doctor, AnswersTheShellAndProgramsInOneForm) {
    const auto ran = tests::run_hearth({"doctor", folder_.path().string(), "--offline", "--json"});
    const auto said = base::parse_json(ran.output);
    ASSERT_TRUE(said) << ran.output;
    EXPECT_EQ((*said)["hearth_doctor"], 1);
    EXPECT_TRUE(base::parse_rfc3339((*said)["at"].get<std::string>()));
    EXPECT_GE((*said)["attention"].get<int>(), 1) << "the backup of 2026-03-02 is long ago";
    EXPECT_EQ(ran.exit_code, 1);
    for (const base::Json& finding : (*said)["findings"]) {
        for (const char* name : {"office", "check", "finding", "attention", "values", "words", "to_do"})
            EXPECT_TRUE(finding.contains(name)) << name;
    }
    const auto words = tests::run_hearth({"doctor", folder_.path().string(), "--offline"});
    EXPECT_NE(words.output.find("What to do:"), std::string::npos);
    EXPECT_EQ(tests::run_hearth({"doctor", (folder_.path() / "nowhere").string()}).exit_code, 3);
}

}  // namespace
}  // namespace hearth::cli
