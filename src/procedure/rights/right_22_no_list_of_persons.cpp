#include "procedure/rights/right.hpp"
#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 22;

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    const auto by = subject.procedure().figures.find("by");
    if (by == subject.procedure().figures.end()) return;
    for (const std::string& word : by->second) {
        if (text::contains(text::grouping_words(), word)) continue;
        findings.add(k_right, subject.procedure().figures_mark, "figures by *" + word + "* would list persons");
    }
}

}  // namespace

Right right_22_no_list_of_persons() {
    return {k_right,
            "Figures are grouped by office, level, procedure, kind, state, quarter and year, and by nothing that is a person.",
            "There is no list in which you are a line.",
            false,
            check,
            {{"figures by who asks", "information.yaml", "by: [office, quarter]", "by: [office, requester]", false},
             {"figures by year", "information.yaml", "by: [office, quarter]", "by: [office, quarter, year]", true}}};
}

}  // namespace hearth::procedure
