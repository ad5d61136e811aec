// The rules of the house, first on a small sample that breaks each, then on the whole tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "tests/support/paths.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/tidy/rules.hpp"

namespace hearth::tidy {
namespace {

namespace fs = std::filesystem;
const fs::path k_root = tests::source_folder();

std::string read(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

const Ladder& ladder() {
    static const Ladder read_once = read_ladder(read(k_root / "cmake/ladder.cmake"));
    return read_once;
}

/// Everything of ours in C++. The rules themselves are left out: they have to spell what they forbid.
const std::vector<Source>& sources() {
    static const std::vector<Source> read_once = [] {
        auto all = sources_under(k_root, {"src", "tests", "bench", "fuzz", "sim"});
        std::erase_if(all, [](const Source& source) { return source.under("tests/tidy"); });
        return all;
    }();
    return read_once;
}

std::string listed(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings)
        text += "\n  " + finding.path + ":" + std::to_string(finding.line) + ": " + finding.words;
    return text;
}

template <class Rule>
void expect_kept(Rule rule) {
    Findings found;
    for (const Source& source : sources()) {
        for (Finding& finding : rule(source)) found.push_back(std::move(finding));
    }
    EXPECT_TRUE(found.empty()) << listed(found);
}

Source file(std::string path, std::string_view text) { return read_source(std::move(path), text); }

TEST(ReadSource, TellsCodeCommentsAndLiteralsApart) {
    const Source source = file("src/base/a.cpp",
                               "int a = 1'000; // new things\n"
                               "auto s = \"say \\\"new\\\" // x\"; /* throw\n throw */ char c = '\"';\n"
                               "auto r = R\"x(raw \"new\"\n text)x\"; f(0);\n");
    EXPECT_EQ(source.code[0], "int a = 1'000; " + std::string(13, ' '));
    EXPECT_EQ(source.comments[0].substr(15), "// new things");
    ASSERT_EQ(source.literals.size(), 2U);
    EXPECT_EQ(source.literals[0].text, R"(say \"new\" // x)");
    EXPECT_EQ(source.literals[1].text, "raw \"new\"\n text");
    EXPECT_EQ(source.literals[1].line, 4);
    for (const std::string& line : source.code) {
        EXPECT_EQ(line.find("new"), std::string::npos) << line;
        EXPECT_EQ(line.find("throw"), std::string::npos) << line;
    }
    EXPECT_NE(source.code[4].find("f(0);"), std::string::npos);
}

TEST(Tidy, LadderIsTheOneOfTheDesign) {
    EXPECT_EQ(ladder().size(), 18U);
    EXPECT_EQ(ladder().at("base"), 0);
    EXPECT_EQ(ladder().at("people"), ladder().at("place"));
    EXPECT_EQ(ladder().at("office"), 5);
    EXPECT_EQ(ladder().at("cli"), 8);
}

TEST(Tidy, IncludesGoDownTheLadder) {
    const auto rule = [](const Source& source) { return include_ladder(source, ladder()); };
    EXPECT_EQ(rule(file("src/record/a.cpp", "#include <map>\n#include \"store/b.hpp\"\n")).size(), 1U) << "upwards";
    EXPECT_EQ(rule(file("src/clerk/a_test.cpp", "#include \"store/b.hpp\"\n")).size(), 1U) << "a neighbour";
    EXPECT_EQ(rule(file("src/base/a.cpp", "#include \"b.hpp\"\n")).size(), 1U) << "not written from src/";
    EXPECT_EQ(rule(file("src/common/a.cpp", "")).size(), 1U) << "a folder that is not on the ladder";
    EXPECT_TRUE(rule(file("src/store/a.cpp", "#include \"store/b.hpp\"\n#include \"base/c.hpp\"\n")).empty());
    expect_kept(rule);
}

TEST(Tidy, StepsZeroToFiveArePure) {
    const auto rule = [](const Source& source) { return purity(source, ladder()); };
    for (const char* text :
         {"#include <fstream>", "#include <sys/stat.h>", "auto t = std::chrono::system_clock::now();", "auto h = getenv(x);"}) {
        EXPECT_EQ(rule(file("src/office/a.cpp", text)).size(), 1U) << text;
        EXPECT_TRUE(rule(file("src/store/a.cpp", text)).empty()) << text;
    }
    EXPECT_TRUE(rule(file("src/office/a.cpp", "// never ::now()\n#include <chrono>\n")).empty());
    expect_kept(rule);
}

TEST(Tidy, StepsZeroToFiveThrowNothing) {
    const auto rule = [](const Source& source) { return throws(source, ladder()); };
    EXPECT_EQ(rule(file("src/matter/a.cpp", "if (bad) throw 1;")).size(), 1U);
    EXPECT_TRUE(rule(file("src/matter/a.cpp", "// may throw\nauto s = \"throw\";")).empty());
    expect_kept(rule);
}

/// What `nm -u` says of one of our own libraries.
std::string undefined_names(const fs::path& archive) {
    const std::string command = "nm -u '" + archive.string() + "' 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string names;
    std::array<char, 4096> part{};
    while (const std::size_t count = fread(part.data(), 1, part.size(), pipe.get())) names.append(part.data(), count);
    return names;
}

TEST(Tidy, ObjectsOfStepsZeroToFiveCallNothingImpure) {
    EXPECT_EQ(impure_symbols("a", "x.o:\n                 U getenv\n                 U memcpy\n").size(), 1U);
    EXPECT_EQ(impure_symbols("a", "                 U clock_gettime@GLIBC_2.17\n                 U randombytes_buf\n").size(), 2U);
    EXPECT_EQ(impure_symbols("a", "                 U _ZNSt14basic_ifstreamIcSt11char_traitsIcEEC1EPKcSt13_Ios_Openmode\n").size(),
              1U);
    EXPECT_TRUE(impure_symbols("a", "                 U _ZN6hearth4base4openEv\n                 U timegm_of_ours\n").empty());
    int seen = 0;
    for (const auto& [folder, step] : ladder()) {
        const fs::path archive = tests::build_folder() / "lib" / ("libhearth_" + folder + ".a");
        if (step > 5 || !fs::exists(archive)) continue;
        const std::string names = undefined_names(archive);
        EXPECT_NE(names.find(" U "), std::string::npos) << "nm said nothing of " << archive;
        const Findings found = impure_symbols(archive.filename(), names);
        EXPECT_TRUE(found.empty()) << listed(found);
        ++seen;
    }
    EXPECT_GE(seen, 1);
}

TEST(Tidy, ThreeFoldersAloneCallOtherServers) {
    const std::string calling = "                 U curl_easy_perform@CURL_OPENSSL_4\n                 U connect@GLIBC_2.17\n";
    EXPECT_EQ(calling_out("libhearth_web.a", calling).size(), 2U);
    EXPECT_TRUE(calling_out("libhearth_referral.a", calling).empty());
    EXPECT_TRUE(calling_out("libhearth_web.a", "                 U _ZN6hearth3web7connectEv\n").empty());
    int seen = 0;
    for (const auto& [folder, step] : ladder()) {
        const fs::path archive = tests::build_folder() / "lib" / ("libhearth_" + folder + ".a");
        if (!fs::exists(archive)) continue;
        const Findings found = calling_out(archive.filename(), undefined_names(archive));
        EXPECT_TRUE(found.empty()) << listed(found);
        ++seen;
    }
    EXPECT_GE(seen, 10);
}

TEST(Tidy, SqlLiesInStoreOnly) {
    for (const char* text : {R"(auto q = "SELECT a FROM b";)", R"(auto q = "INSERT OR IGNORE INTO act VALUES";)",
                             R"(auto q = "CREATE UNIQUE INDEX a";)", R"(auto q = "PRAGMA journal_mode";)"}) {
        EXPECT_EQ(sql_outside_store(file("src/clerk/a.cpp", text)).size(), 1U) << text;
        EXPECT_TRUE(sql_outside_store(file("src/store/a.cpp", text)).empty());
    }
    EXPECT_TRUE(sql_outside_store(file("src/clerk/a.cpp", "auto q = \"Select one from the list\"; // SELECT a FROM b")).empty());
    expect_kept(sql_outside_store);
}

TEST(Tidy, HtmlLiesInTemplatesOnly) {
    for (const char* text : {R"(auto h = "<div class=\"x\">";)", R"(auto h = "</p>";)", R"(auto h = "<!doctype html>";)"}) {
        EXPECT_EQ(html_outside_templates(file("src/web/a.cpp", text)).size(), 1U) << text;
    }
    EXPECT_TRUE(
        html_outside_templates(file("src/cli/a.cpp", R"(auto usage = "hearth show <office> <code>"; auto b = "a < p > c";)"))
            .empty());
    expect_kept(html_outside_templates);
}

TEST(Tidy, HttpStatusLiesInWebOnly) {
    for (const char* text : {"return 404;", "if (code == 409) stop();", "reply.status = 200;"}) {
        EXPECT_EQ(status_outside_web(file("src/clerk/a.cpp", text)).size(), 1U) << text;
        EXPECT_TRUE(status_outside_web(file("src/web/http_status.cpp", text)).empty());
        EXPECT_TRUE(status_outside_web(file("src/referral/http_client.cpp", text)).empty());
    }
    EXPECT_TRUE(
        status_outside_web(file("src/clerk/a.cpp", "int bytes = 200; auto i = x404; double d = 0.404; int n = 1'404;")).empty());
    expect_kept(status_outside_web);
}

TEST(Tidy, TextForPeopleLiesInCatalogues) {
    EXPECT_EQ(text_for_people(file("src/web/a.cpp", "auto t = \"村民\";")).size(), 1U);
    EXPECT_TRUE(text_for_people(file("src/web/a.cpp", "// 村民小组\nauto t = \"plain\";")).empty());
    expect_kept(text_for_people);
}

TEST(Tidy, CodeKnowsNoForbiddenWord) {
    for (const char* text :
         {"int risk_score = 0;", "struct KeyPerson {};", "auto c = \"ethnic_group\";", "auto q = \"SELECT nationality FROM x\";"}) {
        EXPECT_EQ(forbidden_words(file("src/people/a.cpp", text)).size(),
                  1U + (std::string_view(text).contains("ethnic") ? 1U : 0U))
            << text;
    }
    EXPECT_TRUE(forbidden_words(file("src/people/a.cpp", "int trace = surface + interface_count; // race")).empty());
    EXPECT_TRUE(forbidden_words(file("src/procedure/forbidden_words.cpp", "auto w = \"religion\";")).empty());
    expect_kept(forbidden_words);
}

TEST(Tidy, NothingListsPersons) {
    for (const char* text : {R"(auto q = "SELECT party, count(*) FROM matter GROUP BY party";)",
                             R"(auto q = "SELECT count(DISTINCT person_id) FROM m";)", R"(route("/o/{office}/residents");)",
                             R"(auto q = "SELECT 1 FROM m ORDER BY opened, applicant_name";)"}) {
        EXPECT_EQ(lists_of_persons(file("src/store/a.cpp", text)).size(), 1U) << text;
    }
    EXPECT_TRUE(
        lists_of_persons(file("src/store/a.cpp", R"(auto q = "SELECT n FROM act ORDER BY n"; route("/o/{office}/record");)"))
            .empty());
    expect_kept(lists_of_persons);
}

TEST(Tidy, LinesAndFilesStayShort) {
    EXPECT_EQ(long_lines(file("src/base/a.cpp", std::string(141, 'x'))).size(), 1U);
    EXPECT_TRUE(long_lines(file("src/base/a.cpp", std::string(140, 'x'))).empty());
    std::string han;
    for (int i = 0; i < 140; ++i) han += "村";
    EXPECT_TRUE(long_lines(file("src/base/a.cpp", han)).empty()) << "characters are counted, not bytes";
    EXPECT_EQ(long_file(file("src/base/a.cpp", std::string(431, '\n'))).size(), 1U);
    EXPECT_TRUE(long_file(file("src/base/a.cpp", std::string(430, '\n'))).empty());
    expect_kept(long_lines);
    expect_kept(long_file);
}

TEST(Tidy, OnlyTwoMacrosAreOurs) {
    EXPECT_EQ(macros(file("src/base/a.hpp", "#define LIMIT 5")).size(), 1U);
    EXPECT_EQ(macros(file("src/base/a.hpp", "#  define HEARTH_LOG(x) x")).size(), 1U);
    EXPECT_TRUE(macros(file("src/base/a.hpp", "#define HEARTH_CHECK(x) x")).empty());
    expect_kept(macros);
}

TEST(Tidy, NobodyHandlesRawMemory) {
    for (const char* text : {"auto* a = new int;", "auto* a = new (place) T;", "delete a;", "delete[] a;"}) {
        EXPECT_EQ(raw_new(file("src/web/a.cpp", text)).size(), 1U) << text;
    }
    EXPECT_TRUE(raw_new(file("src/web/a.cpp", "A(const A&) = delete; // a new thing\nint new_facts = renew;")).empty());
    expect_kept(raw_new);
}

TEST(Tidy, ToDosCarryAnIssueNumber) {
    EXPECT_EQ(loose_to_do(file("src/web/a.cpp", "// TODO later")).size(), 1U);
    EXPECT_TRUE(loose_to_do(file("src/web/a.cpp", "// TODO(#12) later\nauto t = \"TODO\";")).empty());
    expect_kept(loose_to_do);
}

TEST(Tidy, NoTestSharesAFolder) {
    EXPECT_EQ(shared_folder(file("tests/web/a_test.cpp", "auto f = testing::TempDir() + name;")).size(), 1U);
    EXPECT_EQ(shared_folder(file("src/web/a_test.cpp", "auto f = fs::temp_directory_path() / name;")).size(), 1U);
    EXPECT_TRUE(shared_folder(file("tests/web/a_test.cpp", "tests::TemporaryFolder f; // TempDir")).empty());
    expect_kept(shared_folder);
}

TEST(Tidy, FilesHaveTheirForm) {
    EXPECT_EQ(file_form(file("src/web/MyPage.cpp", "")).size(), 1U);
    EXPECT_EQ(file_form(file("src/web/page.hpp", "int a();")).size(), 1U);
    EXPECT_TRUE(file_form(file("src/web/page.hpp", "#pragma once\n")).empty());
    expect_kept(file_form);
}

TEST(Tidy, EveryHeaderIsIncluded) {
    const Source lonely = file("src/base/a.hpp", "");
    const Source own = file("src/base/a.cpp", "#include \"base/a.hpp\"\n");
    EXPECT_EQ(dead_headers({lonely, own}).size(), 1U);
    EXPECT_TRUE(dead_headers({lonely, own, file("src/base/a_test.cpp", "#include \"base/a.hpp\"\n")}).empty());
    const Findings found = dead_headers(sources());
    EXPECT_TRUE(found.empty()) << listed(found);
}

/// The names of scripts/packages.txt between this heading and the next.
std::vector<std::string> packages_below(const std::string& heading) {
    std::istringstream lines(read(k_root / "scripts/packages.txt"));
    std::vector<std::string> names;
    bool is_below = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#'))
            is_below = line == heading;
        else if (is_below && !line.empty())
            names.push_back(line);
    }
    return names;
}

TEST(Tidy, EveryLibraryHasItsReason) {
    const std::string reasons = read(k_root / "docs/dependencies.md");
    const auto libraries = packages_below("# libraries");
    EXPECT_GT(libraries.size(), 15U);
    for (const std::string& library : libraries) EXPECT_TRUE(reasons.contains(library)) << library;
}

bool has_units(const fs::path& folder) {
    return std::ranges::any_of(fs::recursive_directory_iterator(folder),
                               [](const auto& entry) { return entry.path().extension() == ".cpp"; });
}

/// Folders that lack a README with words in it; those of src/ must also say what they must never know.
std::vector<std::string> folders_without_readme(const fs::path& root) {
    std::vector<std::string> lacking;
    const auto check = [&](const fs::path& folder, std::string_view must_say) {
        const std::string text = read(folder / "README.md");
        if (text.size() < 80 || text.find(must_say) == std::string::npos)
            lacking.push_back(folder.lexically_relative(root).string());
    };
    for (const char* folder : {"tests", "bench", "fuzz", "sim", "procedures", "examples", "docs", "scripts", "packaging", "locale",
                               "pages", "web-client"}) {
        if (fs::exists(root / folder)) check(root / folder, "");
    }
    for (const auto& entry : fs::directory_iterator(root / "src")) {
        if (entry.is_directory() && has_units(entry.path())) check(entry.path(), "never know");
    }
    return lacking;
}

TEST(Tidy, EachFolderHasAReadme) {
    const tests::TemporaryFolder folder;
    const fs::path& sample = folder.path();
    fs::create_directories(sample / "src" / "base");
    fs::create_directories(sample / "docs");
    std::ofstream(sample / "src" / "base" / "a.cpp") << "int a;";
    EXPECT_EQ(folders_without_readme(sample).size(), 2U);
    std::ofstream(sample / "docs" / "README.md") << std::string(80, 'x');
    std::ofstream(sample / "src" / "base" / "README.md") << std::string(80, 'x');
    EXPECT_EQ(folders_without_readme(sample), std::vector<std::string>{"src/base"});
    for (const std::string& bare : folders_without_readme(k_root))
        ADD_FAILURE() << bare << " has no README (for src/: none that says \"never know\")";
}

}  // namespace
}  // namespace hearth::tidy
