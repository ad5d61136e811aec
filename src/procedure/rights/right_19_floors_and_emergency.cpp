#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 19;
constexpr int k_emergency_days_max = 30;

void check_emergency(const Emergency& emergency, Findings& findings) {
    const auto say = [&](const std::string& message) { findings.add(k_right, emergency.mark, "emergency " + message); };
    if (emergency.by.empty()) say("does not say who declares it (by)");
    if (emergency.reasons.by_language.empty()) say("has no reasons");
    if (!emergency.publish) say("is not published");
    const bool short_enough =
        emergency.term.unit == Unit::calendar_days && emergency.term.n > 0 && emergency.term.n <= k_emergency_days_max;
    if (!short_enough) say("must end after at most 30 cd");
    for (const int right : emergency.suspends) {
        const bool never = right == 1 || right == 2 || right == 4 || right == 5 || right == 12;
        if (never || right > 24) say("may not suspend right " + std::to_string(right));
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const Remark& remark : subject.procedure().moved) findings.add(k_right, remark.mark, remark.text);
    for (const Remark& remark : subject.pack().moved) findings.add(k_right, remark.mark, remark.text);
    if (subject.pack().emergency) check_emergency(*subject.pack().emergency, findings);
}

}  // namespace

Right right_19_floors_and_emergency() {
    return {
        k_right,
        "A region or town may shorten terms of offices, lengthen those of persons and publish more, never the reverse; an "
        "emergency "
        "has an author, reasons, an end within 30 days, is published, and leaves appeal, closing, own cause, forbidden fields and "
        "reasons in force.",
        "Your town can give you more than the law, never less.",
        true,
        check,
        {{"an emergency of 31 days", "pack.yaml", "posts:\n",
          "emergency: {by: supervisor, reasons: {en: Flood, zh-Hans: Flood}, n: 31, unit: cd, publish: true, suspends: "
          "[17]}\nposts:\n",
          false},
         {"an emergency without appeals", "pack.yaml", "retaliation: supervision\n",
          "retaliation: supervision\nemergency: {by: supervisor, reasons: {en: Flood, zh-Hans: Flood}, n: 30, unit: cd, publish: "
          "true, suspends: [1]}\n",
          false},
         {"slips that come later", "pack.yaml", "posts:\n", "slips: {grace: {n: 2, unit: wd}, stale: {n: 2, unit: wd}}\nposts:\n",
          false},
         {"an emergency of 30 days", "pack.yaml", "retaliation: supervision\n",
          "retaliation: supervision\nemergency: {by: supervisor, reasons: {en: Flood, zh-Hans: Flood}, n: 30, unit: cd, publish: "
          "true, suspends: [17]}\n",
          true}}};
}

}  // namespace hearth::procedure
