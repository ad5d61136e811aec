#include "tests/support/clause.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/support/pack_files.hpp"

namespace hearth::tests {

using procedure::Breach;
using procedure::SourceFile;

namespace {

/// "line:column" of the first `words` in `text`, in characters.
std::string place_of(std::string_view text, std::string_view words) {
    const std::string_view before = text.substr(0, text.find(words));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::string_view last = before.substr(before.rfind('\n') + 1);
    const auto column = std::ranges::count_if(last, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) + 1;
    return std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace

void PrintTo(const Clause& clause, std::ostream* out) { *out << clause.name; }

std::vector<SourceFile> edited(const std::vector<Edit>& edits) {
    auto files = pack_files("tests/procedure/sample");
    for (const Edit& edit : edits) files = with_edit(std::move(files), edit.file, edit.old_text, edit.new_text);
    return files;
}

std::string told(const std::vector<Breach>& breaches) {
    std::string text;
    for (const Breach& breach : breaches) {
        text += "\n  right " + std::to_string(breach.right) + " " + to_string(breach.where) + " " + breach.message;
        for (const std::string& step : breach.path) text += "\n      " + step;
    }
    return text;
}

void expect_told(const Clause& clause) {
    const auto files = edited(clause.edits);
    const auto breaches = breaches_of(check_folder(files));
    const std::string place = place_of(std::ranges::find(files, clause.file, &SourceFile::name)->bytes, clause.at);
    const auto is_it = [&](const Breach& breach) {
        return breach.right == clause.right && breach.where.file == clause.file &&
               std::to_string(breach.where.line) + ":" + std::to_string(breach.where.column) == place &&
               breach.path.empty() == (clause.shown == Shown::by_text);
    };
    EXPECT_TRUE(std::ranges::any_of(breaches, is_it)) << "wanted right " << clause.right << " at " << place << told(breaches);
    for (const Breach& breach : breaches) {
        EXPECT_NE(breach.right, 0) << breach.message;
        if (!breach.path.empty()) {
            EXPECT_EQ(breach.path.front(), "start");
        }
    }
}

}  // namespace hearth::tests
