#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Source files as the rules of the house read them: comments apart from code, and string literals apart from both.
namespace hearth::tidy {

struct Literal {
    int line = 0;
    std::string text;  // as written between the quotes, escapes unresolved
};

struct Source {
    std::string path;                   // from the root of the repository, "src/base/time.cpp"
    std::vector<std::string> lines;     // as written
    std::vector<std::string> code;      // the same lines, comments and the inside of literals blanked out
    std::vector<std::string> comments;  // the same lines, nothing but comments left
    std::vector<Literal> literals;

    [[nodiscard]] bool is_test() const { return path.ends_with("_test.cpp"); }
    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
    [[nodiscard]] bool under(std::string_view folder) const { return path.starts_with(folder); }
};

/// Takes C++ text apart. Knows raw strings, character literals and the separators of 1'000.
Source read_source(std::string path, std::string_view text);

/// Every .cpp and .hpp under `folders` of the repository at `root`.
std::vector<Source> sources_under(const std::filesystem::path& root, const std::vector<std::string>& folders);

}  // namespace hearth::tidy
