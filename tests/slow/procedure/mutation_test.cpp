// Every shipped procedure times every mutation: each mutant is refused, or stands in a list with the reason why it is lawful.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "procedure/check/check.hpp"
#include "tests/slow/procedure/mutations.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/yaml_text.hpp"

namespace hearth::tests {
namespace {

using procedure::SourceFile;

/// "procedure: kind: where", and why no right is lost.
const std::map<std::string, std::string>& lawful() {
    const std::string heard =
        "every way there passes the hearing at the door or before the answer, and the appeal goes above whoever decides";
    const std::string last_stop = "the owner stands above the first office already, and the letter tells the other routes";
    const std::string not_against = "nothing goes against the person, and the next letter or expiry tells her where the matter is";
    static const std::map<std::string, std::string> k_lawful = {
        {"request: a no before hearing: acts.decline from door_deciding", heard},
        {"request: a no before hearing: acts.not_accept from deciding", heard},
        {"request: a no before hearing: acts.uphold from deciding", heard},
        {"request: a no before hearing: acts.uphold from door_deciding", heard},
        {"request: a no before hearing: acts.uphold_door from deciding", heard},
        {"request: a no before hearing: acts.uphold_door from door_deciding", heard},
        {"request: expiry that stays: states.deciding_late", last_stop},
        {"request: expiry that stays: states.late", last_stop},
        {"request: nobody is told: acts.accept", not_against},
        {"request: nobody is told: acts.annul", not_against},
        {"request: nobody is told: acts.look_in", not_against},
        {"request: nobody is told: acts.urge", not_against},
        {"request: nobody is told: acts.urge_review", not_against},
    };
    return k_lawful;
}

std::vector<SourceFile> with_file(std::vector<SourceFile> files, const std::string& name, const std::string& bytes) {
    std::ranges::find(files, name, &SourceFile::name)->bytes = bytes;
    return files;
}

struct Tried {
    int mutants = 0;
    std::set<std::string> kinds;
    std::set<std::string> survived;
};

void try_all(const std::vector<SourceFile>& files, const procedure::Pack& pack, const procedure::Procedure& procedure,
             Tried& tried) {
    const auto text = yaml_tree(std::ranges::find(files, procedure.file, &SourceFile::name)->bytes);
    for (const Mutation& mutation : mutations()) {
        for (const Mutant& mutant : mutation.apply(text, pack, procedure)) {
            ++tried.mutants;
            tried.kinds.insert(mutation.kind);
            const auto breaches = breaches_of(check_folder(with_file(files, procedure.file, yaml_text(mutant.text))));
            if (breaches.empty()) tried.survived.insert(procedure.id + ": " + mutation.kind + ": " + mutant.where);
        }
    }
}

TEST(Mutations, WritingATreeBackChangesNothing) {
    const auto files = pack_files("procedures");
    const auto rules = procedure::read_folder(files).packs.at(0).rules;
    for (const procedure::Procedure& procedure : rules.pack.procedures) {
        const auto text = yaml_tree(std::ranges::find(files, procedure.file, &SourceFile::name)->bytes);
        const auto reports = check_folder(with_file(files, procedure.file, yaml_text(text)));
        EXPECT_TRUE(breaches_of(reports).empty()) << breaches_of(reports).at(0).message;
    }
}

TEST(Mutations, AreRefusedOrLawfulForAReason) {
    Tried tried;
    const auto files = pack_files("procedures");
    for (const auto& pack : procedure::read_folder(files).packs) {
        for (const procedure::Procedure& procedure : pack.rules.pack.procedures) try_all(files, pack.rules.pack, procedure, tried);
    }
    EXPECT_GE(tried.kinds.size(), 40U);
    EXPECT_GE(tried.mutants, 300);
    std::cout << tried.mutants << " mutants of " << tried.kinds.size() << " kinds, " << tried.survived.size() << " lawful\n";
    for (const std::string& survivor : tried.survived) EXPECT_TRUE(lawful().contains(survivor)) << "not refused: " << survivor;
    for (const auto& [mutant, reason] : lawful()) EXPECT_TRUE(tried.survived.contains(mutant)) << "refused after all: " << mutant;
}

/// A town that lengthens each term of an office or shortens each of a resident.
TEST(Mutations, OfATownAreRefused) {
    auto files = pack_files("procedures");
    const auto rules = procedure::read_folder(files).packs.at(0).rules;
    files.push_back({"town/pack.yaml", "pack: town\nversion: 1\nlevel: town\nover: " + rules.pack.id + "\n"});
    files.push_back({"town/change.yaml", ""});
    int tried = 0;
    for (const procedure::Procedure& procedure : rules.pack.procedures) {
        for (const procedure::State& state : procedure.states) {
            if (!state.deadline) continue;
            const int worse = state.deadline->term.n + (state.owner == procedure::Owner::body ? 1 : -1);
            const std::string overlay = "overlay: " + procedure.id + "\nversion: 2\nset: {states." + state.id +
                                        ".deadline.n: " + std::to_string(worse) + "}\n";
            const auto breaches = breaches_of(check_folder(with_file(files, "town/change.yaml", overlay)));
            EXPECT_NE(std::ranges::find(breaches, 19, &procedure::Breach::right), breaches.end()) << overlay;
            ++tried;
        }
    }
    EXPECT_GE(tried, 10);
}

}  // namespace
}  // namespace hearth::tests
