#include "procedure/rights/right.hpp"
#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 8;

void check_words(const Procedure& procedure, const std::string& key, const text::Words& allowed, const std::string& what,
                 Findings& findings) {
    const auto words = procedure.figures.find(key);
    if (words == procedure.figures.end()) {
        findings.add(k_right, procedure.figures_mark, "figures lacks *" + key + "*");
        return;
    }
    for (const std::string& word : words->second) {
        if (!text::contains(allowed, word))
            findings.add(k_right, procedure.figures_mark, "*" + word + "* is not " + what + " that Hearth knows");
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    if (procedure.figures.empty()) return;  // right 20 asks for them
    check_words(procedure, "success", text::indicator_words(), "a measure of success", findings);
    check_words(procedure, "counts", text::count_words(), "a count", findings);
    for (const auto& [key, words] : procedure.figures) {
        if (key == "success" || key == "counts" || key == "by") continue;
        findings.add(k_right, procedure.figures_mark, "figures may not hold *" + key + "*: no target, rank or reward");
    }
    if (!procedure.figures.contains("by")) findings.add(k_right, procedure.figures_mark, "figures lacks *by*");
}

}  // namespace

Right right_08_success() {
    return {
        k_right,
        "Success is measured only by what residents confirm, time kept, decisions overturned, waiting age, ratings, and repairs "
        "that were rechecked; there is no other key for targets or ranks.",
        "No office gains when fewer people complain.",
        false,
        check,
        {{"a measure that fewer complaints would serve", "information.yaml", "success: [confirmed,",
          "success: [fewer_received, confirmed,", false},
         {"a target", "information.yaml", "counts: [received, given, refused]",
          "counts: [received, given, refused], target: [received]", false},
         {"one more count", "information.yaml", "counts: [received, given, refused]", "counts: [received, given, refused, waiting]",
          true}}};
}

}  // namespace hearth::procedure
