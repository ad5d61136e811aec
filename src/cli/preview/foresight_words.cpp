#include <algorithm>

#include "cli/preview/foresight.hpp"

namespace hearth::cli::preview {

namespace {

using procedure::ChangedText;
using procedure::Difference;
using procedure::Procedure;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string unit_of(procedure::Unit unit) {
    switch (unit) {
        case procedure::Unit::calendar_days: return "calendar days";
        case procedure::Unit::working_days: return "working days";
        case procedure::Unit::hours: return "hours";
        case procedure::Unit::months: return "months";
        case procedure::Unit::years: return "years";
    }
    HEARTH_CHECK(false);
    return {};
}

/// One procedure in both texts, in one language.
struct Both {
    const Procedure* was;
    const Procedure* is;
    const std::string& language;

    /// What people call a step, an act or a field: today's title, else the one of before, else its id.
    template <class Find>
    [[nodiscard]] std::string title(const std::string& id, Find find) const {
        for (const Procedure* procedure : {is, was}) {
            const auto* found = procedure == nullptr ? nullptr : find(*procedure);
            if (found != nullptr) return quoted(found->title.in(language));
        }
        return quoted(id);
    }
    [[nodiscard]] std::string state(const std::string& id) const {
        return title(id, [&](const Procedure& p) { return p.state(id); });
    }
    [[nodiscard]] std::string act(const std::string& id) const {
        return title(id, [&](const Procedure& p) { return p.act(id); });
    }
    [[nodiscard]] std::string field(const std::string& form, const std::string& id) const {
        return title(id, [&](const Procedure& p) -> const procedure::Field* {
            const procedure::Form* found = p.form(form);
            if (found == nullptr) return nullptr;
            const auto at = std::ranges::find(found->fields, id, &procedure::Field::id);
            return at == found->fields.end() ? nullptr : &*at;
        });
    }
};

std::string term_of(const Procedure* procedure, const std::string& id) {
    const procedure::State* state = procedure == nullptr ? nullptr : procedure->state(id);
    if (state == nullptr || !state->deadline) return "no term";
    return std::to_string(state->deadline->term.n) + " " + unit_of(state->deadline->term.unit);
}

std::string from_to(const Difference& change) { return ": " + change.before + " -> " + change.after; }

/// "new act ..", "the act .. is gone", or nothing where it stays.
std::string came_or_went(const Difference& change, const std::string& kind, const std::string& title) {
    if (!change.was) return "new " + kind + " " + title;
    return change.is ? std::string() : "the " + kind + " " + title + " is gone";
}

std::string rest_of(const Difference& change, std::size_t from) {
    std::string rest;
    for (std::size_t i = from; i < change.path.size(); ++i) rest += (i == from ? "" : ".") + change.path[i];
    return rest;
}

std::string words_of_step(const Difference& change, const Both& both) {
    const std::string& id = change.path[1];
    const std::string title = both.state(id);
    if (change.path.size() == 2) return came_or_went(change, "step", title);
    const std::string& what = change.path[2];
    const bool is_term = what == "deadline" && (change.path.size() == 3 || change.path[3] == "n" || change.path[3] == "unit");
    if (is_term) return "the term of the step " + title + ": " + term_of(both.was, id) + " -> " + term_of(both.is, id);
    if (what == "owner") return "who owes the next act in the step " + title + from_to(change);
    return "the step " + title + ", " + rest_of(change, 2) + from_to(change);
}

std::string words_of_act(const Difference& change, const Both& both) {
    const std::string title = both.act(change.path[1]);
    if (change.path.size() == 2) return came_or_went(change, "act", title);
    if (change.path[2] == "by") return "who may do the act " + title + from_to(change);
    return "the act " + title + ", " + rest_of(change, 2) + from_to(change);
}

std::string words_of_field(const Difference& change, const Both& both) {
    if (change.path.size() == 2) return came_or_went(change, "form", quoted(change.path[1]));
    const std::string title = both.field(change.path[1], change.path[2]);
    if (change.path.size() == 3) return came_or_went(change, "field", title);
    const std::string& what = change.path[3];
    if (what == "readers" || what == "class") return "who may read the field " + title + from_to(change);
    if (what == "keep") return "how long the field " + title + " is kept (" + rest_of(change, 4) + ")" + from_to(change);
    return "the field " + title + ", " + rest_of(change, 3) + from_to(change);
}

std::string words_of_change(const Difference& change, const Both& both) {
    const bool is_deep = change.path.size() > 1;
    if (is_deep && change.path.front() == "states") return words_of_step(change, both);
    if (is_deep && change.path.front() == "acts") return words_of_act(change, both);
    if (is_deep && change.path.front() == "forms") return words_of_field(change, both);
    return rest_of(change, 0) + from_to(change);
}

std::string head_of(const ChangedText& text, const Both& both) {
    const Procedure* named = both.is != nullptr ? both.is : both.was;
    const std::string title = text.procedure + (named == nullptr ? "" : " " + quoted(named->title.in(both.language)));
    if (text.version_before == 0) return title + ": new, version " + std::to_string(text.version_after);
    if (text.version_after == 0) return title + ": gone; matters that run under it keep it";
    const std::string versions = "version " + std::to_string(text.version_before) + " -> " + std::to_string(text.version_after);
    return title + ": " + versions +
           (text.only_widens ? "; it takes nothing away from residents" : "; not every change adds to what residents may");
}

std::string words_of_text(const ChangedText& text, const Both& both) {
    std::string words = head_of(text, both) + "\n";
    std::vector<std::string> lines;
    std::size_t wordings = 0;
    for (const Difference& change : text.differences) {
        // The words of people in each language; to be read in the text itself.
        if (std::ranges::find(change.path, "title") != change.path.end()) {
            ++wordings;
            continue;
        }
        std::string line = words_of_change(change, both);
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
    }
    for (const std::string& line : lines) words += "  " + line + "\n";
    if (wordings > 0) words += "  wording only: " + std::to_string(wordings) + (wordings == 1 ? " place\n" : " places\n");
    return words;
}

std::string weekday_of(base::CivilDate date) {
    constexpr const char* k_names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    return k_names[std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()];
}

std::string words_of_days(const Foresight& seen) {
    std::string words;
    for (const int year : seen.years) words += "  the year " + std::to_string(year) + " is published\n";
    for (const auto& [day, works] : seen.days)
        words +=
            "  " + weekday_of(day) + " " + base::to_string(day) + (works ? " becomes a working day\n" : " becomes a day off\n");
    return words.empty() ? words : "Working days:\n" + words;
}

std::string count_of(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " open matter" : " open matters"); }

std::string words_of_matters(const Foresight& seen) {
    std::string words;
    for (const Running& group : seen.running) {
        words += group.procedure + ": " + count_of(group.count) + " would keep version " + std::to_string(group.version);
        words += "; the newer one would be offered to " + std::to_string(group.offered) + " of them\n";
    }
    if (seen.days.empty() && seen.years.empty()) return words;
    words += "Days that were promised stand. Counted anew, of " + std::to_string(seen.terms) + " running terms";
    if (seen.moved.empty()) return words + " none would end on another day.\n";
    words += " these would end on another day:\n";
    for (const Moved& move : seen.moved) words += "  " + move.from + " -> " + move.to + ": " + count_of(move.count) + "\n";
    if (seen.terms_passed > 0)
        words +=
            "  " + count_of(seen.terms_passed) + " cannot be counted so: paused, agreed upon, or counted by an earlier calendar\n";
    return words;
}

std::string rules_of(const procedure::Ruleset& rules) {
    return rules.pack.id + " version " + std::to_string(rules.pack.version) + ", calendar " + rules.calendar().id + " version " +
           std::to_string(rules.calendar().version);
}

}  // namespace

std::string words_of(const Foresight& seen, const std::string& language) {
    std::string words = "In force: " + rules_of(*seen.before) + "\n";
    if (!seen.after) return words + "It would be refused: " + seen.refused + "\n";
    words += "The other: " + rules_of(*seen.after) + "\n";
    if (seen.before->digest == seen.after->digest) return words + "It is the pack in force. Nothing would change.\n";
    if (!seen.refused.empty()) words += "It would be refused: " + seen.refused + "\n";
    for (const ChangedText& text : seen.texts)
        words += words_of_text(text,
                               {seen.before->pack.procedure(text.procedure), seen.after->pack.procedure(text.procedure), language});
    return words + words_of_days(seen) + words_of_matters(seen);
}

}  // namespace hearth::cli::preview
