// Every shipped procedure times every mutation: each mutant is refused, or stands in a list with the reason why it is lawful.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <set>
#include <thread>

#include "procedure/check/check.hpp"
#include "tests/slow/procedure/mutations.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/yaml_text.hpp"

namespace hearth::tests {
namespace {

using procedure::SourceFile;

/// Mutants that are no breach: of what kind, where, and why no right is lost.
struct Lawful {
    std::string kind;  // "procedure: kind"
    std::vector<std::string> where;
    std::string reason;
};

const std::vector<Lawful>& lawful() {
    const std::string heard =
        "every way there passes the hearing at the door or before the answer, and the appeal goes above whoever decides";
    const std::string last_stop = "the owner stands above the first office already, and the letter tells the other routes";
    const std::string not_against = "nothing goes against the person, and the next letter or expiry tells her where the matter is";
    const std::string told_before = "the resolution that is objected to was published with its outcome and reasons";
    const std::string no_change = "it passes on already, with reasons, a limit and one clock";
    const std::string each_independent = "both owners are independent, and each stands above the other";
    const std::string among_offices = "no person is in it: it watches over a term of hers, and her own matter's letters tell her";
    static const std::vector<Lawful> k_lawful = {
        {"request: a no before hearing",
         {"acts.decline from door_deciding", "acts.not_accept from deciding", "acts.uphold from deciding",
          "acts.uphold from door_deciding", "acts.uphold_door from deciding", "acts.uphold_door from door_deciding"},
         heard},
        {"request: a no before hearing", {"acts.lead from deciding"}, heard},
        {"request: expiry back down",
         {"re_review_late to with_agent", "review_above to with_agent", "with_agent to agent_late"},
         each_independent},
        {"request: expiry that stays", {"states.deciding_late", "states.late", "states.late_door"}, last_stop},
        {"request: handed round without end", {"acts.pass_on", "acts.send_back"}, no_change},
        {"request: nobody is told",
         {"acts.accept", "acts.annul", "acts.appoint", "acts.assign", "acts.draft", "acts.explain", "acts.link", "acts.look_in",
          "acts.take_case", "acts.take_over", "acts.tell_news", "acts.urge", "acts.urge_review", "acts.visit"},
         not_against},
        {"lateness: nobody is told", {"acts.explain", "acts.look_in", "acts.note_settled", "acts.see_to"}, among_offices},
        {"report: a no before hearing", {"acts.decline from door_deciding", "acts.not_accept from deciding"}, heard},
        {"report: expiry that stays", {"states.deciding_late", "states.late"}, last_stop},
        {"report: nobody is told", {"acts.accept", "acts.annul", "acts.look_in", "acts.urge"}, not_against},
        {"report: relatives need not stand aside", {"subject"}, "whoever is accused is of the unit, which stands aside whole"},
        {"mediation: nobody is told",
         {"acts.ask_parties", "acts.ask_performed", "acts.chief_speaks", "acts.draft", "acts.elder_speaks", "acts.fail",
          "acts.hold_session", "acts.invite", "acts.invite_further", "acts.look_in", "acts.name_panel", "acts.seal", "acts.take_up",
          "acts.team_speaks", "acts.urge", "acts.urge_performance"},
         not_against},
        {"deliberation: a no before hearing", {"acts.dismiss_objection from door_deciding"}, heard},
        {"deliberation: expiry back down", {"objected to objected_late", "review_late to objected"}, each_independent},
        {"deliberation: letter without intended", {"notices.findings"}, told_before},
        {"deliberation: letter without reasons", {"notices.findings"}, told_before},
        {"deliberation: nobody is told",
         {"acts.call_meeting", "acts.deliberate", "acts.draft_livelihood", "acts.draft_production", "acts.finish",
          "acts.grant_objection", "acts.look_in", "acts.not_pass", "acts.not_pass_members", "acts.not_shared", "acts.put_on_agenda",
          "acts.share_objection", "acts.take_up", "acts.urge"},
         not_against},
    };
    return k_lawful;
}

std::set<std::string> names_of_lawful() {
    std::set<std::string> names;
    for (const Lawful& each : lawful()) {
        EXPECT_FALSE(each.reason.empty());
        for (const std::string& where : each.where) names.insert(each.kind + ": " + where);
    }
    return names;
}

std::vector<SourceFile> with_file(std::vector<SourceFile> files, const std::string& name, const std::string& bytes) {
    std::ranges::find(files, name, &SourceFile::name)->bytes = bytes;
    return files;
}

/// The files that one procedure stands on: all but the other procedures.
std::vector<SourceFile> files_of(const std::vector<SourceFile>& files, const procedure::Pack& pack,
                                 const procedure::Procedure& procedure) {
    std::vector<SourceFile> kept = files;
    std::erase_if(kept, [&](const SourceFile& file) {
        const auto is_other = [&](const procedure::Procedure& other) {
            return other.file == file.name && other.id != procedure.id;
        };
        return std::ranges::any_of(pack.procedures, is_other);
    });
    return kept;
}

struct Task {
    std::string name;  // "procedure: kind: where"
    std::string file;
    std::string text;
    bool survives = false;
};

/// Every mutant of every procedure, each with its text.
std::vector<Task> tasks_of(const std::vector<SourceFile>& files, const procedure::Pack& pack,
                           const procedure::Procedure& procedure) {
    std::vector<Task> tasks;
    const auto text = yaml_tree(std::ranges::find(files, procedure.file, &SourceFile::name)->bytes);
    for (const Mutation& mutation : mutations()) {
        for (const Mutant& mutant : mutation.apply(text, pack, procedure))
            tasks.push_back({procedure.id + ": " + mutation.kind + ": " + mutant.where, procedure.file, yaml_text(mutant.text)});
    }
    return tasks;
}

/// Checks the tasks on as many threads as the machine has; each looks at its own.
void try_all(const std::vector<SourceFile>& files, std::vector<Task>& tasks) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size(); i = next++)
            tasks[i].survives = breaches_of(check_folder(with_file(files, tasks[i].file, tasks[i].text))).empty();
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
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
    const auto files = pack_files("procedures");
    std::set<std::string> survived;
    for (const auto& reading : procedure::read_folder(files).packs) {
        const procedure::Pack& pack = reading.rules.pack;
        for (const procedure::Procedure& procedure : pack.procedures) {
            auto tasks = tasks_of(files, pack, procedure);
            try_all(files_of(files, pack, procedure), tasks);
            // A part has no resident, so nothing of what is tried for her: no opening, no appeal, no confirmation.
            const bool is_part = !procedure.starts.empty();
            EXPECT_GE(tasks.size(), is_part ? 50U : 300U);
            std::set<std::string> kinds;
            std::size_t lawful_ones = 0;
            for (const Task& task : tasks) {
                kinds.insert(task.name.substr(0, task.name.find(": ", task.name.find(": ") + 2)));
                if (!task.survives) continue;
                survived.insert(task.name);
                ++lawful_ones;
            }
            EXPECT_GE(kinds.size(), is_part ? 20U : 40U);
            std::cout << procedure.id << ": " << tasks.size() << " mutants of " << kinds.size() << " kinds, " << lawful_ones
                      << " lawful\n";
        }
    }
    const std::set<std::string> lawful_names = names_of_lawful();
    for (const std::string& survivor : survived) EXPECT_TRUE(lawful_names.contains(survivor)) << "not refused: " << survivor;
    for (const std::string& mutant : lawful_names) EXPECT_TRUE(survived.contains(mutant)) << "refused after all: " << mutant;
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
