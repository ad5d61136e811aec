#include "web/forms/raise.hpp"

#include <algorithm>
#include <charconv>

#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/forms/way_in.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/field_words.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::forms {
namespace {

using ctemplate::TemplateDictionary;
using pages::Tab;
using pages::View;

/// Where somebody is on the way: which way in, and what was typed so far.
struct Walk {
    const View& view;
    WayIn way;
    std::vector<Questions> steps;
    Typed typed;
    std::string key;
    bool seen_check = false;  // a question that was changed leads back to the check

    [[nodiscard]] std::string title() const { return view.tongue.wording.of(way.act->title); }
    [[nodiscard]] std::string address() const { return view.home() + "/raise/" + way.procedure->id + "/" + way.act->id; }
};

Walk walk_of(const View& view, const WayIn& way, const Posted& posted) {
    const std::string& key = text_of(posted, "key");
    return {view,
            way,
            steps_of(way.form(), files_at(view)),
            read_typed(way.form(), posted),
            key.empty() ? fresh_key() : key,
            text_of(posted, "seen_check") == "yes"};
}

/// What follows by itself once it is sent, and who will read it.
void fill_aside(TemplateDictionary& values, const Walk& walk) {
    const pages::Wording& words = walk.view.tongue.wording;
    const procedure::Pack& pack = walk.view.office->rules->pack;
    const procedure::State* first = walk.way.procedure->state(walk.way.act->to);
    if (first != nullptr && first->deadline) {
        values.ShowSection("FIRST");
        values.SetValue("FIRST_TERM", words.term(first->deadline->term));
        values.SetValue("FIRST_OWNER", words.owner(*first, pack));
        values.SetValue("FIRST_EXPIRY", words.expiry(*first, *walk.way.procedure, pack));
    }
    if (walk.way.form() != nullptr) values.SetValue("READERS", readers_of(*walk.way.form(), walk.view));
    values.SetValue("IDENTITY", words.of(walk.way.procedure->identity_because));
    values.SetValue("RULES", walk.view.home() + "/procedures/" + walk.way.procedure->id);
}

void fill_page(TemplateDictionary& values, const Walk& walk, bool with_faults) {
    std::string title = walk.title();
    if (with_faults) title = walk.view.tongue.catalogue.with("form.error_title", title);
    fill_frame_of_form(values, walk.view, title, Tab::raise, "on");
    values.SetValue("WHAT", walk.title());
    values.SetValue("HERE", walk.address());
    values.SetIntValue("OF", static_cast<long>(walk.steps.size()) + 1);
    add_hidden(values, "key", walk.key);
    fill_aside(values, walk);
}

http::Response question(const Walk& walk, std::size_t step, bool with_faults) {
    TemplateDictionary values("raise");
    fill_page(values, walk, with_faults);
    const Questions& asked = walk.steps[step];
    values.SetIntValue("STEP", static_cast<long>(step) + 1);
    values.ShowSection("QUESTIONS");
    if (asked.size() > 1) {
        values.ShowSection("GROUP");
        values.SetValue("GROUP_TITLE", walk.view.tongue.catalogue(
                                           asked.front()->type.starts_with("person.") ? "raise.you" : "raise.where_and_when"));
    }
    if (step > 0) values.ShowSection("EARLIER");
    if (with_faults) fill_faults(values, walk.view, asked, walk.typed);
    fill_questions(values, walk.view, *walk.way.form(), asked, walk.typed, asked.size() == 1, with_faults);
    fill_hidden(values, walk.typed, asked);
    add_hidden(values, "step", std::to_string(step));
    if (walk.seen_check) add_hidden(values, "seen_check", "yes");
    return page_with(asked, walk.view, "raise_page.tpl", values, with_faults ? k_bad_request : k_ok);
}

/// The papers by their names, one a line.
std::string shown_papers(const Walk& walk, const procedure::Field& field) {
    std::string names;
    for (const TakenPaper& paper : walk.typed.papers) {
        if (paper.field == field.id) names += (names.empty() ? "" : "\n") + paper.name;
    }
    return names.empty() ? walk.view.tongue.catalogue("form.left_out") : names;
}

std::string shown(const Walk& walk, const procedure::Field& field) {
    if (takes_papers(field)) return shown_papers(walk, field);
    const auto value = walk.typed.fields.find(field.id);
    if (value == walk.typed.fields.end()) return walk.view.tongue.catalogue("form.left_out");
    return pages::words_of(value->second, field, walk.view.tongue.wording);
}

http::Response check(const Walk& walk, const std::string& refused = {}) {
    TemplateDictionary values("raise");
    fill_page(values, walk, !refused.empty());
    values.SetIntValue("STEP", static_cast<long>(walk.steps.size()) + 1);
    values.ShowSection("CHECK");
    if (!refused.empty()) fill_refusal(values, refused);
    for (std::size_t step = 0; step < walk.steps.size(); ++step) {
        for (const procedure::Field* field : walk.steps[step]) {
            auto* line = values.AddSectionDictionary("ANSWER");
            line->SetValue("LABEL", walk.view.tongue.wording.of(field->title));
            line->SetValue("VALUE", shown(walk, *field));
            line->SetIntValue("AT", static_cast<long>(step));
        }
    }
    fill_hidden(values, walk.typed, {});
    add_hidden(values, "seen_check", "yes");
    return private_page(walk.view, "raise_page.tpl", values, refused.empty() ? k_ok : k_bad_request);
}

bool is_at_fault(const Walk& walk, std::size_t step) {
    return std::ranges::any_of(walk.steps[step],
                               [&](const procedure::Field* field) { return walk.typed.faults.contains(field->id); });
}

std::optional<std::size_t> first_fault(const Walk& walk) {
    for (std::size_t step = 0; step < walk.steps.size(); ++step) {
        if (is_at_fault(walk, step)) return step;
    }
    return std::nullopt;
}

/// A step as it stands in a form; the first when it is none.
std::size_t step_in(const Walk& walk, const std::string& text) {
    std::size_t step = 0;
    std::from_chars(text.data(), text.data() + text.size(), step);
    return step < walk.steps.size() ? step : 0;
}

/// What was typed into questions that are not asked any more, because the procedure was changed on the way. Whoever wrote it sees
/// it once more and decides; nothing goes out without it unasked.
std::string no_longer_asked(const Walk& walk, const Posted& posted) {
    const auto is_asked = [&](const std::string& name) {
        return std::ranges::any_of(walk.way.form()->fields, [&](const procedure::Field& field) {
            return name == name_of(field) || name.starts_with(name_of(field) + ".");
        });
    };
    std::string texts;
    for (const auto& [name, text] : posted) {
        if (!name.starts_with("f.") || text.empty() || walk.way.form() == nullptr || is_asked(name)) continue;
        texts += (texts.empty() ? "" : "\n") + text;
    }
    return texts;
}

http::Response next_page(const Walk& walk, std::size_t step) {
    if (is_at_fault(walk, step)) return question(walk, step, true);
    if (walk.seen_check || step + 1 == walk.steps.size()) return check(walk);
    return question(walk, step + 1, false);
}

/// A refusal belongs to the question that it names, else to the whole.
http::Response refused(Walk walk, const base::Refusal& refusal) {
    if (lay_at_question(refusal, walk.way.form(), walk.typed)) return question(walk, *first_fault(walk), true);
    return check(walk, words_of(refusal, walk.view.tongue.catalogue));
}

office::Command command_of(const Walk& walk, base::Instant received_at) {
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.office = walk.view.office->profile.id;
    command.procedure = {walk.way.procedure->id};
    command.act = walk.way.act->id;
    command.fields = walk.typed.fields;
    command.received_at = received_at;
    return command;
}

void send(const Walk& walk, base::Instant received_at, http::Respond respond) {
    const View view = walk.view;
    office::Command command = command_of(walk, received_at);
    clerk::Ticket ticket{"web", walk.key};
    if (const auto added = add_taken(command, ticket, walk.typed, view); !added) return respond(refused(walk, added.error()));
    const WayIn way = walk.way;
    Typed typed = walk.typed;
    const std::vector<record::PaperKey> papers = ticket.papers;
    view.office->submit(std::move(command), ticket,
                        [view, way, papers, typed = std::move(typed), key = walk.key,
                         respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
                            take_back_unnamed(*view.office, outcome, papers);
                            Walk back{view, way, steps_of(way.form(), files_at(view)), std::move(typed), std::move(key), true};
                            if (const auto trouble = trouble_of(outcome, view)) {
                                respond(check(back, *trouble));
                            } else if (const clerk::Answer& answer = outcome.answer(); answer) {
                                respond(opened_page(view, *answer, *way.procedure));
                            } else {
                                respond(refused(std::move(back), answer.error()));
                            }
                        });
}

}  // namespace

http::Response ways_in(const View& view) {
    TemplateDictionary values("ways");
    fill_frame(values, view, view.tongue.catalogue("raise.choose"), Tab::raise);
    for (const WayIn& way : ways_into(view.office->rules->pack)) {
        auto* one = values.AddSectionDictionary("WAY");
        one->SetValue("LINK", view.home() + "/raise/" + way.procedure->id + "/" + way.act->id);
        one->SetValue("NAME", view.tongue.wording.of(way.act->title));
        one->SetValue("PROCEDURE", view.tongue.wording.of(way.procedure->title));
    }
    return public_page(view, "ways_page.tpl", values);
}

std::optional<http::Response> first_question(const View& view, std::string_view procedure, std::string_view act) {
    const auto way = way_into(view.office->rules->pack, procedure, act);
    if (!way) return std::nullopt;
    const Walk walk = walk_of(view, *way, {});
    return walk.steps.empty() ? check(walk) : question(walk, 0, false);
}

void go_on(const View& view, const std::string& procedure, const std::string& act, Filled filled, base::Instant received_at,
           http::Respond respond) {
    const auto way = way_into(view.office->rules->pack, procedure, act);
    if (!way) {
        respond(no_such_page(view));
        return;
    }
    const auto file_faults = take_files(view, way->form(), filled);
    const bool dropped = drop_paper(filled.texts);
    Walk walk = walk_of(view, *way, filled.texts);
    walk.typed.faults.insert(file_faults.begin(), file_faults.end());
    const std::string go = dropped ? "stay" : text_of(filled.texts, "go");
    const std::size_t step = step_in(walk, text_of(filled.texts, "step"));
    constexpr std::string_view k_change = "change-";
    const std::string left = no_longer_asked(walk, filled.texts);
    if (!left.empty()) {
        respond(check(walk, view.tongue.catalogue.with("raise.outdated", left)));
    } else if (!file_faults.empty()) {
        respond(question(walk, step, true));
    } else if (go == "send") {
        if (const auto fault = first_fault(walk)) {
            respond(question(walk, *fault, true));
        } else {
            send(walk, received_at, std::move(respond));
        }
    } else if (go.starts_with(k_change) && !walk.steps.empty()) {
        respond(question(walk, step_in(walk, go.substr(k_change.size())), false));
    } else if (go == "stay" && !walk.steps.empty()) {
        respond(text_of(filled.texts, "step").empty() ? check(walk) : question(walk, step, false));
    } else if (go == "back" && step > 0) {
        respond(question(walk, step - 1, false));
    } else {
        respond(walk.steps.empty() ? check(walk) : next_page(walk, step));
    }
}

}  // namespace hearth::web::forms
