#include "web/forms/papers.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "web/http/multipart.hpp"

namespace hearth::web::forms {
namespace {

using base::Reason;
using base::Refusal;

constexpr std::size_t k_parts_max = 100;
constexpr std::string_view k_field_mark = "f.";
constexpr std::string_view k_drop = "drop-";

void add_part(Filled& filled, const http::Part& part) {
    const bool is_file = !part.file_name.empty() && part.name.starts_with(k_field_mark);
    if (is_file) filled.files.push_back({part.name.substr(k_field_mark.size()), part.file_name, part.bytes});
    if (part.file_name.empty()) filled.texts[part.name] = std::string(part.bytes);
}

const procedure::Field* paper_field(const procedure::Form* form, const std::string& id) {
    if (form == nullptr) return nullptr;
    const auto found = std::ranges::find(form->fields, id, &procedure::Field::id);
    return found != form->fields.end() && takes_papers(*found) ? &*found : nullptr;
}

/// Under which name one more paper can travel; nothing when there are as many as one act may have.
std::optional<std::string> free_name(const procedure::Form& form, const procedure::Field& field, const Posted& texts) {
    if (read_typed(&form, texts).papers.size() >= clerk::k_papers_max) return std::nullopt;
    for (std::size_t n = 1;; ++n) {
        if (std::string name = paper_name_of(field, n); !texts.contains(name)) return name;
    }
}

/// Keeps one file, or says why not.
base::Result<base::Done> take_one(const pages::View& view, const procedure::Form& form, const procedure::Field& field,
                                  const clerk::Paper& file, Posted& texts) {
    const auto name = free_name(form, field, texts);
    if (!name) return Refusal{Reason::limit_exceeded, "paper/too_many"};
    const auto kept = clerk::kept_of(file.bytes);
    if (!kept) return kept.error();
    const bool is_picture = clerk::media_type(*kept).starts_with("image/");
    if (field.type == "photo" && !is_picture) return Refusal{Reason::malformed, "paper/photo"};
    const store::SealedPaper sealed = view.office->papers->keep(*kept);
    texts[*name] = text_of_taken({{}, {}, sealed.digest, sealed.key, kept->size(), file.name});
    return base::Done{};
}

/// The field whose files are named in a summary of what was sent, when the files themselves are lost.
const procedure::Field* first_paper_field(const procedure::Form* form) {
    if (form == nullptr) return nullptr;
    const auto found = std::ranges::find_if(form->fields, takes_papers);
    return found == form->fields.end() ? nullptr : &*found;
}

}  // namespace

Filled filled_in(const http::Request& request) {
    Filled filled;
    filled.cut = request.cut;
    const std::string_view type = request.header("content-type");
    const std::string boundary = http::boundary_in(type);
    if (boundary.empty()) {
        filled.texts = posted_in(type, request.body);
    } else if (filled.cut) {
        for (const http::Part& part : http::whole_parts_in(request.body, boundary, k_parts_max)) {
            if (part.file_name.empty()) add_part(filled, part);
        }
    } else if (const auto parts = http::parts_in(request.body, boundary, k_parts_max)) {
        for (const http::Part& part : *parts) add_part(filled, part);
    }
    return filled;
}

std::map<std::string, Refusal> take_files(const pages::View& view, const procedure::Form* form, Filled& filled) {
    std::map<std::string, Refusal> faults;
    const procedure::Field* first = first_paper_field(form);
    if (first == nullptr || !view.office->papers) return faults;
    if (filled.cut) faults.insert({first->id, {Reason::limit_exceeded, "web/upload", {.field = first->id}}});
    for (const clerk::Paper& file : filled.files) {
        const procedure::Field* field = paper_field(form, file.field);
        if (field == nullptr) continue;
        const auto taken = take_one(view, *form, *field, file, filled.texts);
        // Told by the name of the file, since several were chosen at once.
        if (!taken)
            faults.insert({field->id, {taken.error().reason, "web/" + taken.error().rule, {.field = field->id}, file.name}});
    }
    return faults;
}

bool drop_paper(Posted& texts) {
    const std::string go = text_of(texts, "go");
    if (!go.starts_with(k_drop)) return false;
    const std::string name = go.substr(k_drop.size());
    if (name.starts_with(k_paper_mark)) texts.erase(name);
    return true;
}

base::Result<base::Done> add_taken(office::Command& command, clerk::Ticket& ticket, const Typed& typed, const pages::View& view,
                                   int version) {
    if (typed.papers.empty() || !view.office->papers) return base::Done{};
    std::vector<std::string> bytes;
    for (const TakenPaper& taken : typed.papers) {
        auto read = view.office->papers->read({taken.file, taken.key, 0, {}});
        if (!read) return Refusal{Reason::not_found, "web/paper_gone", {.field = taken.field}, taken.name};
        bytes.push_back(std::move(*read));
    }
    std::vector<clerk::Paper> papers;
    for (std::size_t i = 0; i < bytes.size(); ++i) papers.push_back({typed.papers[i].field, typed.papers[i].name, bytes[i]});
    // Under a fresh key: the one in the page would outlive an erasure, and a page can be sent more than once.
    const auto keep = [&view](std::string_view plain) {
        store::SealedPaper kept = view.office->papers->keep(plain);
        return record::PaperKey{std::move(kept.digest), std::move(kept.key), 0, {}};
    };
    return clerk::add_papers(command, ticket, papers, *view.office->rules, keep, version);
}

}  // namespace hearth::web::forms
