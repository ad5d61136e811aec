#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/check/check.hpp"

/// Clauses of the rights (procedure-language, section 9), each broken or kept by edits of the sample pack.
namespace hearth::tests {

inline constexpr std::string_view k_text = "information.yaml";
inline constexpr std::string_view k_pack = "pack.yaml";

struct Edit {
    std::string_view file;
    std::string old_text;
    std::string new_text;
};

/// Whether the text alone shows the breach, or a way through the space of all configurations.
enum class Shown { by_text, by_path };

struct Clause {
    std::string name;
    int right;
    std::vector<Edit> edits;
    std::string_view file;
    std::string at;  // words of the edited file that stand at the place that must be told
    Shown shown = Shown::by_text;
};

void PrintTo(const Clause& clause, std::ostream* out);

std::vector<procedure::SourceFile> edited(const std::vector<Edit>& edits);
/// All breaches as text, for messages of tests.
std::string told(const std::vector<procedure::Breach>& breaches);
/// Expects that the breach is told under its right, at its place, with a way exactly where one is needed.
void expect_told(const Clause& clause);

}  // namespace hearth::tests
