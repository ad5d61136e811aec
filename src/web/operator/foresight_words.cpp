#include <algorithm>

#include "web/operator/foresight.hpp"
#include "web/pages/wording.hpp"

namespace hearth::web {

namespace {

using procedure::ChangedText;
using procedure::Difference;
using procedure::Procedure;

/// One procedure in both texts, in one language.
struct Both {
    const Procedure* was;
    const Procedure* is;
    const Catalogue& say;

    /// What people call a step, an act or a field: today's title, else the one of before, else its id.
    template <class Find>
    [[nodiscard]] std::string title(const std::string& id, Find find) const {
        for (const Procedure* procedure : {is, was}) {
            const auto* found = procedure == nullptr ? nullptr : find(*procedure);
            if (found != nullptr) return say.with("foresight.quoted", found->title.in(say.language()));
        }
        return say.with("foresight.quoted", id);
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
    [[nodiscard]] std::string term(const Procedure* procedure, const std::string& id) const {
        const procedure::State* state = procedure == nullptr ? nullptr : procedure->state(id);
        if (state == nullptr || !state->deadline) return say("foresight.no_term");
        return pages::term_words(state->deadline->term, say);
    }
    /// "who may do the act "Accept": handler → reviewer".
    [[nodiscard]] std::string from_to(const std::string& what, const Difference& change) const {
        const std::string nothing = say("foresight.nothing");
        return what + say("list.colon") +
               say.with("foresight.arrow", change.was ? change.before : nothing, change.is ? change.after : nothing);
    }
    /// "new act ..", "the act .. is gone".
    [[nodiscard]] std::string came_or_went(const Difference& change, const std::string& kind, const std::string& title) const {
        return say.with((change.was ? "foresight.gone_" : "foresight.new_") + kind, title);
    }
};

std::string rest_of(const Difference& change, std::size_t from) {
    std::string rest;
    for (std::size_t i = from; i < change.path.size(); ++i) rest += (i == from ? "" : ".") + change.path[i];
    return rest;
}

std::string words_of_step(const Difference& change, const Both& both) {
    const std::string& id = change.path[1];
    const std::string title = both.state(id);
    if (change.path.size() == 2) return both.came_or_went(change, "step", title);
    const std::string& what = change.path[2];
    const bool is_term = what == "deadline" && (change.path.size() == 3 || change.path[3] == "n" || change.path[3] == "unit");
    if (is_term)
        return both.say.with("foresight.step_term", title) + both.say("list.colon") +
               both.say.with("foresight.arrow", both.term(both.was, id), both.term(both.is, id));
    if (what == "owner") return both.from_to(both.say.with("foresight.step_owner", title), change);
    return both.from_to(both.say.with("foresight.step", title, rest_of(change, 2)), change);
}

std::string words_of_act(const Difference& change, const Both& both) {
    const std::string title = both.act(change.path[1]);
    if (change.path.size() == 2) return both.came_or_went(change, "act", title);
    if (change.path[2] == "by") return both.from_to(both.say.with("foresight.act_by", title), change);
    return both.from_to(both.say.with("foresight.act", title, rest_of(change, 2)), change);
}

std::string words_of_field(const Difference& change, const Both& both) {
    if (change.path.size() == 2) return both.came_or_went(change, "form", both.say.with("foresight.quoted", change.path[1]));
    const std::string title = both.field(change.path[1], change.path[2]);
    if (change.path.size() == 3) return both.came_or_went(change, "field", title);
    const std::string& what = change.path[3];
    if (what == "readers" || what == "class") return both.from_to(both.say.with("foresight.field_readers", title), change);
    if (what == "keep") return both.from_to(both.say.with("foresight.field_keep", title, rest_of(change, 4)), change);
    return both.from_to(both.say.with("foresight.field", title, rest_of(change, 3)), change);
}

std::string words_of_change(const Difference& change, const Both& both) {
    const bool is_deep = change.path.size() > 1;
    if (is_deep && change.path.front() == "states") return words_of_step(change, both);
    if (is_deep && change.path.front() == "acts") return words_of_act(change, both);
    if (is_deep && change.path.front() == "forms") return words_of_field(change, both);
    return both.from_to(rest_of(change, 0), change);
}

std::string head_of(const ChangedText& text, const Both& both) {
    const Procedure* named = both.is != nullptr ? both.is : both.was;
    const std::string quoted =
        named == nullptr ? std::string() : " " + both.say.with("foresight.quoted", named->title.in(both.say.language()));
    const std::string title = text.procedure + quoted;
    const std::string after = std::to_string(text.version_after);
    if (text.version_before == 0) return both.say.with("foresight.text_new", title, after);
    if (text.version_after == 0) return both.say.with("foresight.text_gone", title);
    const std::string versions = both.say.with("foresight.arrow", std::to_string(text.version_before), after);
    return both.say.with(text.only_widens ? "foresight.text_widens" : "foresight.text_narrows", title, versions);
}

ForesightWords::Part words_of_text(const ChangedText& text, const Both& both) {
    ForesightWords::Part part{head_of(text, both), {}};
    std::int64_t wordings = 0;
    for (const Difference& change : text.differences) {
        // The words of people in each language; to be read in the text itself.
        if (std::ranges::find(change.path, "title") != change.path.end()) {
            ++wordings;
            continue;
        }
        std::string line = words_of_change(change, both);
        if (std::ranges::find(part.lines, line) == part.lines.end()) part.lines.push_back(std::move(line));
    }
    if (wordings > 0) part.lines.push_back(both.say.count("foresight.wordings", wordings));
    return part;
}

ForesightWords::Part words_of_days(const Foresight& seen, const Catalogue& say, const pages::Dates& dates) {
    ForesightWords::Part part{say("foresight.days"), {}};
    for (const int year : seen.years) part.lines.push_back(say.with("foresight.year", std::to_string(year)));
    for (const auto& [day, works] : seen.days)
        part.lines.push_back(say.with(works ? "foresight.works" : "foresight.off", dates.day(day)));
    return part;
}

std::string count_of(std::uint64_t count, const Catalogue& say) {
    return say.count("foresight.open", static_cast<std::int64_t>(count));
}

ForesightWords::Part words_of_running(const Foresight& seen, const Catalogue& say) {
    ForesightWords::Part part{say("foresight.running"), {}};
    for (const Running& group : seen.running)
        part.lines.push_back(group.procedure + say("list.colon") + count_of(group.count, say) +
                             say.with("foresight.keep", std::to_string(group.version), std::to_string(group.offered)));
    return part;
}

ForesightWords::Part words_of_terms(const Foresight& seen, const Catalogue& say, const pages::Dates& dates) {
    const std::string terms = std::to_string(seen.terms);
    ForesightWords::Part part{say.with(seen.moved.empty() ? "foresight.none_moved" : "foresight.moved", terms), {}};
    for (const Moved& move : seen.moved)
        part.lines.push_back(say.with("foresight.arrow", dates.day(move.from), dates.day(move.to)) + say("list.colon") +
                             count_of(move.count, say));
    if (seen.terms_passed > 0) part.lines.push_back(count_of(seen.terms_passed, say) + say("foresight.passed"));
    return part;
}

std::string rules_of(const procedure::Ruleset& rules, const Catalogue& say) {
    const auto& calendar = rules.calendar();
    return say.with("foresight.pack", rules.pack.id, std::to_string(rules.pack.version)) + say("list.comma") +
           say.with("foresight.calendar", calendar.id, std::to_string(calendar.version));
}

}  // namespace

ForesightWords words_of(const Foresight& seen, const Catalogue& say, const pages::Dates& dates) {
    ForesightWords words;
    words.in_force = rules_of(*seen.before, say);
    words.refused = seen.refused;
    if (!seen.after) return words;
    words.other = rules_of(*seen.after, say);
    words.is_same = seen.before->digest == seen.after->digest;
    for (const ChangedText& text : seen.texts)
        words.parts.push_back(
            words_of_text(text, {seen.before->pack.procedure(text.procedure), seen.after->pack.procedure(text.procedure), say}));
    const bool has_days = !seen.days.empty() || !seen.years.empty();
    if (has_days) words.parts.push_back(words_of_days(seen, say, dates));
    if (!seen.running.empty()) words.parts.push_back(words_of_running(seen, say));
    if (has_days) words.parts.push_back(words_of_terms(seen, say, dates));
    return words;
}

}  // namespace hearth::web
