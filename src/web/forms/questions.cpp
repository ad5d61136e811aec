#include "web/forms/questions.hpp"

#include <algorithm>
#include <set>

#include "base/bytes.hpp"
#include "clerk/effects.hpp"
#include "clerk/papers.hpp"
#include "office/fields.hpp"
#include "web/http/finish.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/field_words.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::forms {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;
using procedure::Field;

enum class Kind { line, area, choice, day, files };

Kind kind_of(const Field& field) {
    static const std::set<std::string_view> areas = {"long_text", "points", "facts", "evidence", "rules", "reasons"};
    if (takes_papers(field)) return Kind::files;
    if (field.type == "choice" || field.type == "body" || field.type == "yes_no") return Kind::choice;
    if (field.type == "date" || field.type == "person.birth_date") return Kind::day;
    return areas.contains(field.type) ? Kind::area : Kind::line;
}

/// Fields of one group that follow each other share a page.
std::string group_of(const Field& field) {
    if (field.type.starts_with("person.")) return "person";
    if (field.type == "place" || field.type == "date") return "where_and_when";
    return {};
}

std::string id_of(const Field& field) { return "f-" + field.id; }

std::vector<std::pair<std::string, std::string>> options_of(const Field& field, const View& view) {
    std::vector<std::pair<std::string, std::string>> options;
    if (field.type == "yes_no") return {{"yes", view.tongue.catalogue("field.yes")}, {"no", view.tongue.catalogue("field.no")}};
    for (const auto& [id, title] : field.options) options.emplace_back(id, view.tongue.wording.of(title));
    if (field.type != "body") return options;
    options.emplace_back(view.office->profile.id.text, view.tongue.wording.office(view.office->profile.id));
    for (const base::OfficeId& above : view.office->profile.above)
        options.emplace_back(above.text, view.tongue.wording.office(above));
    return options;
}

void fill_options(TemplateDictionary& row, const Field& field, const View& view, const std::string& typed) {
    int number = 0;
    for (const auto& [value, words] : options_of(field, view)) {
        auto* option = row.AddSectionDictionary("OPTION");
        option->SetValue("OPTION_ID", id_of(field) + "-" + std::to_string(++number));
        option->SetValue("OPTION_VALUE", value);
        option->SetValue("OPTION_WORDS", words);
        if (value == typed) option->ShowSection("CHECKED");
    }
}

const char* section_of(Kind kind) {
    switch (kind) {
        case Kind::line: return "LINE";
        case Kind::area: return "AREA";
        case Kind::choice: return "CHOICE";
        case Kind::day: return "DAY_PARTS";
        case Kind::files: return "FILES";
    }
    return "LINE";
}

void fill_parts_of_day(TemplateDictionary& row, const Field& field, const Typed& typed) {
    for (const char* part : {"year", "month", "day"}) {
        std::string upper = part;
        std::ranges::transform(upper, upper.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        row.SetValue("TYPED_" + upper, text_of(typed.texts, name_of(field) + "." + part));
    }
}

void fill_taken(TemplateDictionary& row, const Field& field, const Typed& typed) {
    for (const TakenPaper& paper : typed.papers) {
        if (paper.field != field.id) continue;
        auto* one = row.AddSectionDictionary("TAKEN");
        one->SetValue("TAKEN_TEXT", paper.text);
        one->SetValue("TAKEN_NAME", paper.name);
        one->SetValue("TAKEN_SIZE", pages::size_words(paper.bytes));
    }
    row.SetIntValue("MOST", static_cast<long>(clerk::k_papers_max));
}

void fill_hint(TemplateDictionary& row, const Field& field, const View& view) {
    const std::string id = "hint." + field.type;
    const char* hint = view.tongue.catalogue.find(id.c_str());
    if (hint == nullptr) return;
    row.ShowSection("HINT");
    row.SetValue("HINT_WORDS", hint);
}

void fill_one(TemplateDictionary& values, const View& view, const procedure::Form& form, const Field& field, const Typed& typed,
              bool heading, bool with_faults) {
    const Kind kind = kind_of(field);
    auto* row = values.AddSectionDictionary("QUESTION")->AddSectionDictionary(section_of(kind));
    row->SetValue("ID", id_of(field));
    row->SetValue("NAME", name_of(field));
    row->SetValue("LABEL", view.tongue.wording.of(field.title));
    row->SetValue("TYPED", text_of(typed.texts, name_of(field)));
    row->ShowSection(heading ? "ALONE" : "TOGETHER");
    if (!office::is_required(field, form)) row->ShowSection("OPTIONAL");
    fill_hint(*row, field, view);
    if (kind == Kind::choice) fill_options(*row, field, view, text_of(typed.texts, name_of(field)));
    if (kind == Kind::day) fill_parts_of_day(*row, field, typed);
    if (kind == Kind::files) fill_taken(*row, field, typed);
    const auto fault = typed.faults.find(field.id);
    if (!with_faults || fault == typed.faults.end()) return;
    row->ShowSection("ERROR");
    row->SetValue("MESSAGE", fault_words(fault->second, field, view));
}

}  // namespace

http::Response page_with(std::span<const Field* const> questions, const View& view, const std::string& name,
                         TemplateDictionary& values, Status status) {
    if (!asks_for_files(questions)) return private_page(view, name, values, status);
    values.ShowSection("MULTIPART");
    http::Response page = private_page(view, name, values, status, {"papers"});
    http::allow_microphone(page);
    return page;
}

std::string focus_of(const Field& field) {
    switch (kind_of(field)) {
        case Kind::choice: return id_of(field) + "-1";
        case Kind::day: return id_of(field) + "-year";
        case Kind::line:
        case Kind::area:
        case Kind::files: return id_of(field);
    }
    return {};
}

std::vector<Questions> steps_of(const procedure::Form* form, Files files) {
    std::vector<Questions> steps;
    if (form == nullptr) return steps;
    for (const Field& field : form->fields) {
        if (takes_papers(field) && files == Files::none) continue;
        const std::string group = group_of(field);
        const bool joins = !steps.empty() && !group.empty() && group_of(*steps.back().front()) == group;
        if (!joins) steps.emplace_back();
        steps.back().push_back(&field);
    }
    return steps;
}

Questions questions_of(const procedure::Form* form, Files files) {
    Questions all;
    Questions last;
    for (const Questions& step : steps_of(form, files)) {
        for (const Field* field : step) (takes_papers(*field) ? last : all).push_back(field);
    }
    all.insert(all.end(), last.begin(), last.end());
    return all;
}

Files files_at(const View& view) { return view.office->papers ? Files::taken : Files::none; }

bool asks_for_files(std::span<const Field* const> questions) {
    return std::ranges::any_of(questions, [](const Field* field) { return takes_papers(*field); });
}

bool lay_at_question(const base::Refusal& refusal, const procedure::Form* form, Typed& typed) {
    const bool is_asked_here =
        std::ranges::any_of(questions_of(form, Files::taken), [&](const Field* field) { return field->id == refusal.place.field; });
    if (is_asked_here) typed.faults.insert_or_assign(refusal.place.field, refusal);
    return is_asked_here;
}

void fill_questions(TemplateDictionary& values, const View& view, const procedure::Form& form,
                    std::span<const Field* const> questions, const Typed& typed, bool heading, bool with_faults) {
    for (const Field* field : questions) fill_one(values, view, form, *field, typed, heading, with_faults);
}

std::vector<std::pair<std::string, std::string>> faults_of(const View& view, std::span<const Field* const> questions,
                                                           const Typed& typed) {
    std::vector<std::pair<std::string, std::string>> faults;
    for (const Field* field : questions) {
        const auto fault = typed.faults.find(field->id);
        if (fault != typed.faults.end()) faults.emplace_back(focus_of(*field), fault_words(fault->second, *field, view));
    }
    return faults;
}

void fill_faults(TemplateDictionary& values, const View& view, std::span<const Field* const> questions, const Typed& typed) {
    TemplateDictionary* summary = nullptr;
    for (const auto& [at, words] : faults_of(view, questions, typed)) {
        if (summary == nullptr) summary = values.AddSectionDictionary("FAULTS");
        auto* line = summary->AddSectionDictionary("FAULT");
        line->SetValue("FAULT_AT", at);
        line->SetValue("FAULT_WORDS", words);
    }
}

void fill_refusal(TemplateDictionary& values, const std::string& message) {
    auto* line = values.AddSectionDictionary("FAULTS")->AddSectionDictionary("REFUSED");
    line->SetValue("FAULT_WORDS", message);
}

void fill_hidden(TemplateDictionary& values, const Typed& typed, std::span<const Field* const> questions) {
    for (const auto& [name, text] : typed.texts) {
        const bool asked_here = std::ranges::any_of(questions, [&](const Field* field) {
            const std::string own = name_of(*field);
            return name == own || (name.starts_with(own + ".") && kind_of(*field) == Kind::day);
        });
        if (!asked_here) add_hidden(values, name, text);
    }
}

void add_hidden(TemplateDictionary& values, const std::string& name, const std::string& value) {
    auto* hidden = values.AddSectionDictionary("HIDDEN");
    hidden->SetValue("HIDDEN_NAME", name);
    hidden->SetValue("HIDDEN_VALUE", value);
}

std::string readers_of(const procedure::Form& form, const View& view) {
    const procedure::Pack& pack = view.office->rules->pack;
    std::vector<std::string> words;
    for (const Field& field : form.fields) {
        for (const std::string& reader : field.readers) {
            const procedure::Post* post = pack.post(reader);
            if (post == nullptr) continue;
            std::string one = view.tongue.catalogue.with("by.post", view.tongue.wording.of(post->title),
                                                         view.tongue.wording.body(post->of, pack));
            if (std::ranges::find(words, one) == words.end()) words.push_back(std::move(one));
        }
    }
    return view.tongue.wording.list(words);
}

std::string fault_words(const base::Refusal& fault, const Field& field, const View& view) {
    base::Refusal told = fault;
    told.place.field = view.tongue.wording.of(field.title);
    return words_of(told, view.tongue.catalogue);
}

std::string fresh_key() {
    constexpr std::size_t k_key_bytes = 16;
    clerk::SystemRandomness chance;
    return base::hex(chance.bytes(k_key_bytes));
}

}  // namespace hearth::web::forms
