#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/refusal.hpp"
#include "procedure/model.hpp"

/// What a person typed into a form of a procedure, as it came and as it was understood.
namespace hearth::web::forms {

/// The fields of a posted form by name; of several of one name the last.
using Posted = std::map<std::string, std::string>;

/// Reads application/x-www-form-urlencoded; a body that is none gives nothing.
Posted posted_in(std::string_view content_type, std::string_view body);
const std::string& text_of(const Posted& posted, const std::string& name);

/// A whole number of digits only; nothing for anything else.
std::optional<std::uint64_t> number_in(const std::string& text);

/// Under which name the text of a field travels: "f.points"; of a date three texts, "f.since.year" and so on.
std::string name_of(const procedure::Field& field);

/// A paper that a page took already; on the page it is one text, "paper.<field>.<n>".
struct TakenPaper {
    std::string text;   // its name among the texts
    std::string field;  // of the form
    std::string file;   // hex digest of the ciphertext
    std::string key;
    std::uint64_t bytes = 0;
    std::string name;
};
inline constexpr std::string_view k_paper_mark = "paper.";
std::string paper_name_of(const procedure::Field& field, std::size_t number);
std::string text_of_taken(const TakenPaper& paper);

struct Typed {
    Posted texts;                                 // by the names above; what was not typed is not there
    std::map<std::string, base::Json> fields;     // field id -> value, where it could be understood
    std::map<std::string, base::Refusal> faults;  // field id -> why not; or that it is missing
    std::vector<TakenPaper> papers;
};

/// Whether files are chosen for the field, in place of words.
bool takes_papers(const procedure::Field& field);

/// Lists are typed one line for each; blank lines and blanks around a line are nobody's words. Refusals are those of
/// `office::check_field`, and office/missing_field.
Typed read_typed(const procedure::Form* form, const Posted& posted);

}  // namespace hearth::web::forms
