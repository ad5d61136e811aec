#pragma once

#include <span>
#include <string>
#include <vector>

#include "web/forms/typed.hpp"
#include "web/pages/view.hpp"

/// Fields of a procedure put as questions, with what was typed and what is wrong with it.
namespace hearth::web::forms {

using Questions = std::vector<const procedure::Field*>;

/// Whether a form asks for papers and photographs too.
enum class Files { none, taken };
/// Where the office has a place for papers.
Files files_at(const pages::View& view);

/// The questions of a form, and those among them that a page puts together: where and when; what is about the person. Each other
/// question has a page of its own.
std::vector<Questions> steps_of(const procedure::Form* form, Files files);

/// The same questions in one row, for a form that is one page. Files come last, so that of a form that is too long all words are
/// read before the first file.
Questions questions_of(const procedure::Form* form, Files files);

bool asks_for_files(std::span<const procedure::Field* const> questions);

/// A page with these questions. Where they ask for files its form is sent in parts (MULTIPART), and it has the script that lists
/// them, blurs parts of a photo and records a voice note; without scripts files are chosen and taken as before.
http::Response page_with(std::span<const procedure::Field* const> questions, const pages::View& view, const std::string& name,
                         ctemplate::TemplateDictionary& values, Status status);

/// The id of what is gone to in order to answer a question.
std::string focus_of(const procedure::Field& field);

/// Lays a refusal at the question that it names; false when it belongs to none of the form.
bool lay_at_question(const base::Refusal& refusal, const procedure::Form* form, Typed& typed);

/// The sections of questions.tpl. A question that is the `heading` of its page stands there alone.
void fill_questions(ctemplate::TemplateDictionary& values, const pages::View& view, const procedure::Form& form,
                    std::span<const procedure::Field* const> questions, const Typed& typed, bool heading, bool with_faults);

/// What is wrong with the questions, by the id of what must be gone to.
std::vector<std::pair<std::string, std::string>> faults_of(const pages::View& view,
                                                           std::span<const procedure::Field* const> questions, const Typed& typed);
/// The error summary at the head of a page, each line leading to its field. Nothing when none of the questions is at fault.
void fill_faults(ctemplate::TemplateDictionary& values, const pages::View& view, std::span<const procedure::Field* const> questions,
                 const Typed& typed);
/// The same for a refusal that belongs to no field.
void fill_refusal(ctemplate::TemplateDictionary& values, const std::string& message);

/// Everything that was typed but is not asked on this page, as hidden fields.
void fill_hidden(ctemplate::TemplateDictionary& values, const Typed& typed, std::span<const procedure::Field* const> questions);
void add_hidden(ctemplate::TemplateDictionary& values, const std::string& name, const std::string& value);

/// Who will read what is typed here, by post and office: "Handler (the office that handles it), Reviewer (the level above)".
std::string readers_of(const procedure::Form& form, const pages::View& view);

/// What is wrong, in words that name the field by its title.
std::string fault_words(const base::Refusal& fault, const procedure::Field& field, const pages::View& view);

/// A fresh key that makes sending twice the same as sending once.
std::string fresh_key();

}  // namespace hearth::web::forms
