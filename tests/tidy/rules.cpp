#include "tests/tidy/rules.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

namespace hearth::tidy {

namespace {

constexpr int k_last_pure_step = 5;
constexpr std::size_t k_line_characters_max = 140;
constexpr std::size_t k_file_lines_max = 430;

/// The folder of src/ that a path or an include begins with; empty when there is none.
std::string folder_of(std::string_view below_src) {
    const std::size_t slash = below_src.find('/');
    return std::string(slash == std::string_view::npos ? "" : below_src.substr(0, slash));
}

std::string own_folder(const Source& source) {
    return source.under("src/") ? folder_of(std::string_view(source.path).substr(4)) : "";
}

bool is_shipped(const Source& source) { return source.under("src/") && !source.is_test(); }

/// A finding for each line in which `pattern` is found. Only lines with one of `hints` in them are matched, which is quicker.
Findings search(const Source& source, const std::vector<std::string>& lines, std::initializer_list<std::string_view> hints,
                const std::regex& pattern, const std::string& words) {
    Findings found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (std::ranges::none_of(hints, [&](std::string_view hint) { return line.contains(hint); })) continue;
        std::smatch match;
        if (std::regex_search(lines[i], match, pattern)) {
            found.push_back({source.path, static_cast<int>(i) + 1, words + ": " + match.str()});
        }
    }
    return found;
}

Findings search_literals(const Source& source, const std::regex& pattern, const std::string& words) {
    Findings found;
    for (const Literal& literal : source.literals) {
        std::smatch match;
        if (std::regex_search(literal.text, match, pattern))
            found.push_back({source.path, literal.line, words + ": " + match.str()});
    }
    return found;
}

std::size_t characters(std::string_view line) {
    return static_cast<std::size_t>(std::ranges::count_if(line, [](char c) { return (c & 0xc0) != 0x80; }));
}

/// The path between the quotes of an #include of ours.
std::optional<std::string> included(const std::string& line) {
    if (!line.contains("include")) return std::nullopt;
    static const std::regex include(R"re(^\s*#\s*include\s+"([^"]+)")re");
    std::smatch match;
    if (!std::regex_search(line, match, include)) return std::nullopt;
    return match[1].str();
}

}  // namespace

Ladder read_ladder(std::string_view cmake) {
    Ladder ladder;
    std::istringstream lines{std::string(cmake)};
    static const std::regex entry(R"(^hearth_folder\((\w+) (\d+)[ )])");
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_search(line, match, entry)) ladder.emplace(match[1].str(), std::stoi(match[2].str()));
    }
    return ladder;
}

bool is_pure(const Source& source, const Ladder& ladder) {
    const auto step = ladder.find(own_folder(source));
    return is_shipped(source) && step != ladder.end() && step->second <= k_last_pure_step;
}

Findings include_ladder(const Source& source, const Ladder& ladder) {
    const std::string own = own_folder(source);
    if (own.empty()) return {};
    if (!ladder.contains(own)) return {{source.path, 1, "folder is not on the ladder of cmake/ladder.cmake: " + own}};
    Findings found;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const auto path = included(source.lines[i]);
        if (!path) continue;
        const std::string theirs = folder_of(*path);
        const auto step = ladder.find(theirs);
        const bool allowed = theirs == own || (step != ladder.end() && step->second < ladder.at(own)) ||
                             (source.is_test() && path->starts_with("tests/support/"));
        if (!allowed) found.push_back({source.path, static_cast<int>(i) + 1, own + "/ may not include " + *path});
    }
    return found;
}

Findings purity(const Source& source, const Ladder& ladder) {
    if (!is_pure(source, ladder)) return {};
    static const std::regex headers(
        R"(^\s*#\s*include\s+<(fstream|iostream|thread|mutex|shared_mutex|condition_variable|future|random|filesystem|ctime|time\.h|)"
        R"(unistd\.h|fcntl\.h|sys/.*|netinet/.*|arpa/.*|pthread\.h|boost/asio.*|boost/beast.*|curl/.*|sqlite3\.h)>)");
    static const std::regex calls(
        R"(::now\(|\b(getenv|secure_getenv|fopen|getrandom|randombytes_\w+|RAND_bytes|system|popen|localtime(_r)?|mktime)\s*\()");
    Findings found = search(source, source.code, {"include"}, headers, "pure folder");
    std::ranges::move(search(source, source.code, {"("}, calls, "pure folder"), std::back_inserter(found));
    return found;
}

namespace {

/// The undefined names in what `nm -u` says, without their versions.
std::vector<std::string> undefined_in(const std::string& names) {
    std::vector<std::string> found;
    std::istringstream lines(names);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string kind;
        std::string name;
        if (words >> kind >> name && kind == "U") found.push_back(name.substr(0, name.find('@')));
    }
    return found;
}

}  // namespace

Findings impure_symbols(const std::string& archive, const std::string& names) {
    static const std::set<std::string, std::less<>> exact{
        "open", "open64", "openat", "openat64", "creat", "fopen", "fopen64", "freopen", "opendir", "mkdir", "unlink", "rename",
        "stat", "mmap", "mmap64", "clock_gettime", "gettimeofday", "time", "clock", "localtime", "localtime_r", "mktime", "tzset",
        "nanosleep", "getenv", "secure_getenv", "setlocale", "getrandom", "getentropy", "rand", "rand_r", "random", "drand48",
        "arc4random", "pthread_create", "thrd_create", "fork", "execve", "system", "popen", "socket", "connect", "bind",
        "getaddrinfo",
        // Library calls that draw random bytes of their own.
        "RAND_bytes", "RAND_priv_bytes", "crypto_box_seal", "crypto_box_keypair", "crypto_sign_keypair",
        "crypto_sign_ed25519_keypair", "crypto_secretstream_xchacha20poly1305_init_push",
        // Streams, clocks, threads and devices of the standard library, in their mangled names.
        "_ZNSt6chrono3_V212system_clock3nowEv", "_ZNSt6chrono3_V212steady_clock3nowEv"};
    static const std::regex families(
        R"(^(randombytes_|_ZNSt13random_device|_ZNSt6thread|_ZNSt14basic_[io]fstream|_ZNSt13basic_(filebuf|fstream)|_ZNSt10filesystem|sqlite3_|curl_))");
    Findings found;
    for (const std::string& name : undefined_in(names)) {
        if (exact.contains(name) || std::regex_search(name, families)) found.push_back({archive, 0, "pure folder calls " + name});
    }
    return found;
}

Findings calling_out(const std::string& archive, const std::string& names) {
    static const std::regex calls(R"(^(curl_\w+|connect|sendto|getaddrinfo|gethostbyname\w*|res_\w+)$)");
    static const std::regex folders(R"(libhearth_(cli|notice|referral)\.a$)");
    if (std::regex_search(archive, folders)) return {};
    Findings found;
    for (const std::string& name : undefined_in(names)) {
        if (std::regex_match(name, calls)) found.push_back({archive, 0, "calls out by " + name});
    }
    return found;
}

Findings throws(const Source& source, const Ladder& ladder) {
    if (!is_pure(source, ladder)) return {};
    return search(source, source.code, {"throw"}, std::regex(R"(\bthrow\b)"), "a rule answers with a Refusal");
}

Findings sql_outside_store(const Source& source) {
    if (!source.under("src/") || source.under("src/store/")) return {};
    static const std::regex sql(R"(\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s+\w+|)"
                                R"((CREATE|DROP|ALTER)\s+(UNIQUE\s+|VIRTUAL\s+|TEMP\s+)*(TABLE|INDEX|VIEW|TRIGGER))\b)");
    return search_literals(source, sql, "SQL belongs in store/");
}

Findings html_outside_templates(const Source& source) {
    if (!is_shipped(source)) return {};
    static const std::regex html(
        R"(<!DOCTYPE|</?(html|head|body|div|p|span|a|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|form|input|h[1-6]|script|style|br|hr|)"
        R"(label|button|select|option|section|main|nav|header|footer|strong|em|img|link|meta)(\s+[\w-]+=|\s*/?>))",
        std::regex::icase);
    return search_literals(source, html, "HTML belongs in templates");
}

Findings status_outside_web(const Source& source) {
    if (!is_shipped(source) || source.under("src/web/")) return {};
    if (std::filesystem::path(source.path).filename().string().starts_with("http_")) return {};
    static const std::regex codes(
        R"((^|[^\w.'])(401|403|404|405|406|408|409|410|411|412|413|414|415|416|417|422|423|425|426|428|429|431|451|501|502|503|504)($|[^\w.']))");
    static const std::regex round(R"(status\w*\W{1,6}(200|201|204|301|302|303|304|400|500)\b)", std::regex::icase);
    Findings found = search(source, source.code, {"4", "5"}, codes, "HTTP status belongs in web/");
    std::ranges::move(search(source, source.code, {"tatus", "TATUS"}, round, "HTTP status belongs in web/"),
                      std::back_inserter(found));
    return found;
}

Findings text_for_people(const Source& source) {
    // The list of forbidden words is data for the checker, not text for people.
    if (!is_shipped(source) || source.path.find("forbidden_words") != std::string::npos) return {};
    // The lead bytes of U+3000 to U+9FFF.
    return search_literals(source, std::regex("[\xe3-\xe9][\x80-\xbf][\x80-\xbf]"), "text for people belongs in a catalogue");
}

Findings long_lines(const Source& source) {
    Findings found;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        if (characters(source.lines[i]) > k_line_characters_max) {
            found.push_back(
                {source.path, static_cast<int>(i) + 1, "line of " + std::to_string(characters(source.lines[i])) + " characters"});
        }
    }
    return found;
}

Findings long_file(const Source& source) {
    if (source.lines.size() <= k_file_lines_max) return {};
    return {
        {source.path, static_cast<int>(source.lines.size()), "file of more than " + std::to_string(k_file_lines_max) + " lines"}};
}

Findings macros(const Source& source) {
    return search(source, source.code, {"#"}, std::regex(R"(#\s*define\s+(?!HEARTH_(CHECK|TRY|JOIN|JOIN_)\()\w+)"), "no macros");
}

Findings raw_new(const Source& source) {
    return search(source, source.code, {"new", "delete"},
                  std::regex(R"(\bnew\s+[\w:<(]|\bdelete\s*(\[\s*\])?\s+[\w*(]|\bdelete\s*\[)"), "no raw memory");
}

Findings loose_to_do(const Source& source) {
    return search(source, source.comments, {"TODO", "FIXME", "XXX", "HACK"}, std::regex(R"(\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\)))"),
                  "a to-do carries its issue number");
}

Findings shared_folder(const Source& source) {
    const bool of_a_test = source.under("tests/") || source.is_test();
    if (!of_a_test || source.path == "tests/support/temporary_folder.hpp") return {};
    return search(source, source.code, {"TempDir", "temp_directory_path"}, std::regex(R"(\b(TempDir|temp_directory_path)\b)"),
                  "a test has its TemporaryFolder");
}

Findings file_form(const Source& source) {
    Findings found;
    static const std::regex snake(R"(^[a-z0-9_/]+\.(cpp|hpp)$)");
    if (!std::regex_match(source.path, snake)) found.push_back({source.path, 0, "file names are snake_case"});
    if (source.is_header() && std::ranges::find(source.lines, "#pragma once") == source.lines.end()) {
        found.push_back({source.path, 1, "header without #pragma once"});
    }
    return found;
}

Findings dead_headers(const std::vector<Source>& sources) {
    std::set<std::string, std::less<>> used;
    for (const Source& source : sources) {
        for (const std::string& line : source.lines) {
            const auto path = included(line);
            const std::string stem = source.path.substr(0, source.path.rfind('.'));
            if (path && "src/" + path->substr(0, path->rfind('.')) != stem) used.insert("src/" + *path);
        }
    }
    Findings found;
    for (const Source& source : sources) {
        if (is_shipped(source) && source.is_header() && !used.contains(source.path))
            found.push_back({source.path, 0, "nobody includes this"});
    }
    return found;
}

}  // namespace hearth::tidy
