#include <gmock/gmock.h>

#include <fstream>
#include <regex>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/act_request.hpp"
#include "cli/installation.hpp"
#include "cli/office_rules.hpp"
#include "cli/served_office.hpp"
#include "store/sqlite.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* k_file = "request.yaml";

/// An office under the pack of the tests, whose author goes on writing at it.
class PackChange : public testing::Test {
protected:
    PackChange() {
        tests::found_village(paths_);
        version_ = load_procedures(read_procedures(paths_.procedures()))->pack.procedure("request")->version;
    }

    void open() { office_ = std::make_unique<OpenOffice>(paths_); }
    void close() { office_.reset(); }
    std::string refused() {
        close();
        try {
            open();
        } catch (const base::Fault& fault) {
            return fault.what();
        }
        return "";
    }

    /// Replaces the first match in the text of the request procedure.
    void edit(const std::string& from, const std::string& to) {
        const auto file = paths_.procedures() / k_file;
        std::ifstream in(file);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        std::ofstream(file) << text;
    }
    void raise_version() {
        edit("version: " + std::to_string(version_), "version: " + std::to_string(version_ + 1));
        ++version_;
    }

    clerk::Acknowledged act(ActRequest request) {
        const auto command = command_of(request, office_->clerk(), clerk::SystemClock().now());
        EXPECT_TRUE(command) << to_string(command.error());
        const auto outcome = office_->clerk().submit_and_wait(*command);
        EXPECT_TRUE(outcome.answer()) << to_string(outcome.answer().error());
        return *outcome.answer();
    }
    clerk::Acknowledged submit() {
        ActRequest request;
        request.act = "submit";
        request.fields = {{"kind", "claim"}, {"points", {"Mend the well"}}, {"account", "It fell in."}};
        return act(request);
    }
    clerk::Acknowledged accept(std::int64_t matter) {
        ActRequest request;
        request.act = "accept";
        request.matter = std::to_string(matter);
        request.as = "handler";
        return act(request);
    }
    record::Frame last_frame() {
        record::Store& store = office_->store();
        return record::open_frame(store.entries(store.size() - 1, 1, false).at(0).frame).value();
    }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    std::unique_ptr<OpenOffice> office_;
    int version_ = 0;
};

TEST_F(PackChange, StandsOnTheRecordBeforeAnythingIsServedUnderIt) {
    open();
    const std::string before = office_->clerk().rules().digest;
    EXPECT_EQ(office_->store().size(), 1U) << "the founding named the pack";
    close();
    open();
    EXPECT_EQ(office_->store().size(), 1U) << "the same pack is no news";
    close();
    raise_version();
    open();
    ASSERT_EQ(office_->store().size(), 2U);
    const record::Frame frame = last_frame();
    EXPECT_EQ(frame.act, "pack_changed");
    EXPECT_EQ(frame.by.kind, record::Actor::Kind::operator_);
    EXPECT_EQ(frame.facts.at("before"), before);
    EXPECT_EQ(frame.facts.at("ruleset"), office_->clerk().rules().digest);
    EXPECT_EQ(frame.facts.at("pack"), "cn");
    EXPECT_EQ(office_->store().packs().size(), 2U);
    close();
    open();
    EXPECT_EQ(office_->store().size(), 2U);
}

TEST_F(PackChange, LeavesMattersUnderTheVersionTheyBeganUnder) {
    open();
    submit();
    close();
    const int old_version = version_;
    raise_version();
    // What a handler may do from now on is called otherwise; the matter that runs knows the old word only.
    const std::regex word("\\baccept\\b");
    const auto file = paths_.procedures() / k_file;
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(file) << std::regex_replace(text, word, "accept_now");
    open();
    submit();
    accept(1);
    EXPECT_EQ(last_frame().procedure_version, old_version);
    ActRequest request;
    request.act = "accept_now";
    request.matter = "2";
    request.as = "handler";
    act(request);
    EXPECT_EQ(last_frame().procedure_version, version_);
    EXPECT_EQ(office_->clerk().matter({1})->state, office_->clerk().matter({2})->state);
    ActRequest old_word = request;
    old_word.act = "accept";
    const auto command = command_of(old_word, office_->clerk(), clerk::SystemClock().now());
    ASSERT_TRUE(command);
    EXPECT_EQ(office_->clerk().submit_and_wait(*command).answer().error().rule, "office/act");
}

TEST_F(PackChange, NeedsAHigherVersionWhereTheTextChanges) {
    edit("Requests of residents", "Petitions of residents");
    EXPECT_THAT(refused(), HasSubstr("\"request\" is another than before, but its version is still " + std::to_string(version_)));
    EXPECT_EQ(open_store(paths_)->size(), 1U);
    raise_version();
    EXPECT_EQ(refused(), "");
}

TEST_F(PackChange, IsRefusedWithTheWayToTheBreachAndTheRecordStaysAsItWas) {
    raise_version();
    edit("success: [confirmed, time_kept, overturned, waiting_age]", "success: [received]");
    const std::string words = refused();
    EXPECT_THAT(words, HasSubstr("the procedures take rights away"));
    EXPECT_THAT(words, HasSubstr("right 8"));
    EXPECT_THROW(check_reload(paths_), base::Fault);
    EXPECT_EQ(open_store(paths_)->size(), 1U);
}

TEST_F(PackChange, IsRefusedWhereOfficeYamlGuardsAPostThatThePackDoesNotHave) {
    OfficeConfig config = read_office_config(paths_.config());
    config.second_factor = {{"handler"}};
    write_office_config(paths_.config(), config);
    EXPECT_NO_THROW(check_reload(paths_));
    config.second_factor = {{"handlr"}};
    write_office_config(paths_.config(), config);
    EXPECT_THROW(check_reload(paths_), base::Fault);
    EXPECT_THROW(ServedOffice{paths_}, base::Fault) << "a slip of the pen must not leave a post open";
}

TEST_F(PackChange, DoesNotOpenAnOfficeWhoseMattersLostTheirText) {
    open();
    submit();
    close();
    raise_version();
    store::Connection(paths_.database(), store::Connection::Mode::read_write).run("DELETE FROM pack");
    EXPECT_THAT(refused(), HasSubstr("matter 1 runs under a version of \"request\""));
    EXPECT_EQ(open_store(paths_)->size(), 2U) << "nothing is recorded that could not be served";
}

TEST_F(PackChange, NotesThatANewVersionOnlyWidens) {
    raise_version();
    edit("Your words", "What you want to say");
    EXPECT_EQ(refused(), "");
    EXPECT_EQ(last_frame().facts.at("widened"), base::Json::array({"request"}));
}

/// A matter that runs under the version before, in an office whose pack was changed since.
class NewerText : public PackChange {
protected:
    void begin_and_change(const std::string& from, const std::string& to) {
        open();
        code_ = submit().code;
        close();
        raise_version();
        edit(from, to);
        open();
    }
    base::Result<clerk::Acknowledged> take(const std::string& as = {}) {
        ActRequest request;
        request.act = "take_newer";
        if (as.empty()) request.code = code_;
        if (!as.empty()) request.matter = "1";
        request.as = as;
        const auto command = command_of(request, office_->clerk(), clerk::SystemClock().now());
        if (!command) return command.error();
        return office_->clerk().submit_and_wait(*command).answer();
    }
    int version_of_matter() { return office_->clerk().matter({1})->procedure_version; }

    std::string code_;
};

TEST_F(NewerText, IsTakenByWhoOpenedTheMatterAndItsTermStays) {
    begin_and_change("Your words", "What you want to say");
    const auto before = office_->clerk().matter({1});
    EXPECT_EQ(before->procedure_version, version_ - 1) << "nothing changes over by itself";
    EXPECT_FALSE(take("handler")) << "no office does it for her";
    EXPECT_EQ(version_of_matter(), version_ - 1);
    const auto taken = take();
    ASSERT_TRUE(taken) << to_string(taken.error());
    EXPECT_EQ(version_of_matter(), version_);
    EXPECT_EQ(office_->clerk().matter({1})->due, before->due);
    EXPECT_EQ(office_->clerk().matter({1})->state, before->state);
    accept(1);
    EXPECT_EQ(last_frame().procedure_version, version_);
    EXPECT_EQ(take().error().rule, "office/no_newer_text") << "once is all there is to take";
    close();
    open();
    EXPECT_EQ(version_of_matter(), version_);
}

TEST_F(NewerText, IsNotOfferedWhereItTakesSomethingAway) {
    begin_and_change("deadline: {n: 15, unit: cd", "deadline: {n: 16, unit: cd");
    EXPECT_EQ(take().error().rule, "office/no_newer_text");
    EXPECT_EQ(version_of_matter(), version_ - 1);
}

}  // namespace
}  // namespace hearth::cli
