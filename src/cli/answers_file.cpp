#include "cli/answers_file.hpp"

#include <algorithm>
#include <array>

#include "base/fault.hpp"
#include "procedure/forbidden_words.hpp"
#include "procedure/text/yaml_tree.hpp"
#include "store/files.hpp"

namespace hearth::cli {

namespace {

using procedure::text::Reading;
using procedure::text::YamlNode;
using Kind = YamlNode::Kind;

constexpr std::array k_written = {"text", "long_text", "facts", "reasons", "evidence", "rules"};
constexpr std::array k_members = {"procedure", "act", "title", "fields"};

/// The form of an act by a post, or null with the error told.
const procedure::Form* form_of(const YamlNode& node, const procedure::Pack& pack, const web::AnswerTemplate& answer,
                               Reading& reading) {
    const procedure::Procedure* procedure = pack.procedure(answer.procedure);
    const procedure::ActRule* act = procedure == nullptr ? nullptr : procedure->act(answer.act);
    const procedure::Form* form = act == nullptr ? nullptr : procedure->form(act->form);
    if (procedure == nullptr) {
        reading.error(node.mark, "the pack has no procedure " + answer.procedure);
    } else if (form == nullptr || act->actor != procedure::ActorKind::post) {
        reading.error(node.mark, "no post writes anything by the act " + answer.act + " of " + answer.procedure);
        return nullptr;
    }
    return form;
}

void check_words(const YamlNode& node, const std::string& text, Reading& reading) {
    if (const auto word = procedure::forbidden_word(text))
        reading.error(node.mark, "the word \"" + *word + "\" is not used here (right 5)");
}

void read_field(const YamlNode::Entry& entry, const procedure::Form& form, web::AnswerTemplate& answer, Reading& reading) {
    const auto field = std::ranges::find(form.fields, entry.key.text, &procedure::Field::id);
    const bool is_written = field != form.fields.end() && std::ranges::find(k_written, field->type) != k_written.end();
    if (!is_written || entry.value.kind != Kind::scalar)
        return reading.error(entry.key.mark, "no words are written into \"" + entry.key.text + "\"");
    if (field->type != "rules" && !web::has_gap(entry.value.text))
        return reading.error(entry.value.mark, "\"" + entry.key.text + "\" leaves no gap (___) for what only this matter says");
    check_words(entry.value, entry.value.text, reading);
    answer.fields[entry.key.text] = entry.value.text;
}

std::string text_in(const YamlNode& node, const char* name, Reading& reading) {
    const YamlNode* value = node.find(name);
    if (value != nullptr && value->kind == Kind::scalar && !value->text.empty()) return value->text;
    reading.error(node.mark, std::string("\"") + name + "\" is missing");
    return {};
}

web::AnswerTemplate read_answer(const YamlNode& node, const procedure::Pack& pack, Reading& reading) {
    for (const YamlNode::Entry& entry : node.entries)
        if (std::ranges::find(k_members, entry.key.text) == k_members.end())
            reading.error(entry.key.mark, "\"" + entry.key.text + "\" belongs to no answer");
    web::AnswerTemplate answer{
        text_in(node, "procedure", reading), text_in(node, "act", reading), text_in(node, "title", reading), {}};
    check_words(node, answer.title, reading);
    const YamlNode* fields = node.find("fields");
    if (fields == nullptr || fields->kind != Kind::map) {
        reading.error(node.mark, "\"fields\" is missing");
    } else if (const procedure::Form* form = form_of(node, pack, answer, reading)) {
        for (const YamlNode::Entry& entry : fields->entries) read_field(entry, *form, answer, reading);
    }
    return answer;
}

std::string words_of(const Reading& reading) {
    std::string words;
    for (const procedure::TextError& error : reading.errors()) {
        if (!words.empty()) words += "\n";
        words += error.place.file + ":" + std::to_string(error.place.line) + ": " + error.message;
    }
    return words;
}

}  // namespace

std::vector<web::AnswerTemplate> read_answers(std::string_view bytes, const std::string& file, const procedure::Pack& pack) {
    Reading reading;
    const auto root = procedure::text::parse_yaml(bytes, reading.add_file(file), reading);
    std::vector<web::AnswerTemplate> answers;
    const YamlNode* list = root && root->kind == Kind::map ? root->find("answers") : nullptr;
    if (root && (list == nullptr || list->kind != Kind::list || root->entries.size() != 1))
        reading.error(root->mark, "one list \"answers:\" is expected here");
    else if (list != nullptr)
        for (const YamlNode& node : list->items) answers.push_back(read_answer(node, pack, reading));
    if (reading.error_count() > 0) throw base::Fault(words_of(reading));
    return answers;
}

std::vector<web::AnswerTemplate> answers_of(const OfficePaths& paths, const procedure::Pack& pack) {
    if (!std::filesystem::exists(paths.answers())) return {};
    return read_answers(store::read_file(paths.answers()), paths.answers().string(), pack);
}

}  // namespace hearth::cli
