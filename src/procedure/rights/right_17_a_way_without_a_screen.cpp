#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 17;

void check_channels(const Procedure& procedure, Findings& findings) {
    const auto has_no_screen = [](const Channel& channel) { return channel.id != "web"; };
    if (std::ranges::none_of(procedure.channels, has_no_screen)) {
        findings.add(k_right, procedure.opens_mark, "nobody can open this matter without a screen");
    }
    for (const Channel& channel : procedure.channels) {
        if (channel.id != "web" && channel.entered_by.empty()) {
            findings.add(k_right, channel.mark,
                         "the channel *" + channel.id + "* does not say who enters what comes in (entered_by)");
        }
        if ((channel.id == "spoken" || channel.id == "phone") && !channel.read_back) {
            findings.add(k_right, channel.mark, "what is written down by *" + channel.id + "* must be read back");
        }
    }
}

void check_charges(const Space& space, Findings& findings) {
    for (const Step& step : space.steps()) {
        const bool charges = step.act != nullptr && step.act->money && step.act->money->step == "charge";
        if (!charges || space.at(step.from).bodies != 0) continue;
        findings.add(k_right, step.act->mark, "*" + step.act->id + "* charges before anything was decided", space.path_over(step));
    }
}

void check_texts(const std::vector<Remark>& untranslated, Findings& findings) {
    for (const Remark& remark : untranslated) findings.add(k_right, remark.mark, remark.text);
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    check_texts(subject.procedure().untranslated, findings);
    check_texts(subject.pack().untranslated, findings);
    if (subject.is_part()) return;
    check_channels(subject.procedure(), findings);
    for (const ActRule& act : subject.procedure().acts) {
        if (by_person(act) && subject.assisted(act) == nullptr) {
            findings.add(k_right, act.mark, "*" + act.id + "* cannot be done by a person without a screen (assisted)");
        }
    }
    check_charges(space, findings);
}

}  // namespace

Right right_17_a_way_without_a_screen() {
    return {k_right,
            "There is a channel without a screen, written down by somebody and read back; every act of a person can be entered for "
            "her; "
            "every text is there in every language; nothing is charged before the decision.",
            "You need no telephone, no letters of your own and no money to be heard, and it takes no longer.",
            true,
            check,
            {{"only the web", "information.yaml",
              "channels: {window: {entered_by: hall_clerk}, spoken: {entered_by: hall_clerk, read_back: true}, web: {}}",
              "channels: {web: {}}", false},
             {"a spoken word that nobody reads back", "information.yaml", "entered_by: hall_clerk, read_back: true}",
              "entered_by: hall_clerk}", false},
             {"a text in one language", "information.yaml", "{en: Receipt, zh-Hans: ", "{en: ", false},
             {"no way to have it entered", "information.yaml",
              "assisted: {evidence: [signed_paper, receipt_code], by: hall_clerk, notice: entered, undo: {n: 60, unit: cd}}\n", "",
              false},
             {"one more channel", "information.yaml",
              "channels: {window:", "channels: {paper: {entered_by: hall_clerk}, window:", true}}};
}

}  // namespace hearth::procedure
