#include "clerk/papers.hpp"

#include <algorithm>
#include <set>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "clerk/form_of.hpp"
#include "clerk/picture.hpp"
#include "clerk/sound.hpp"
#include "record/sha256.hpp"

namespace hearth::clerk {

namespace {

using base::Reason;
using base::Refusal;

bool is_plain_text(std::string_view bytes) {
    const auto is_text = [](char c) {
        return (static_cast<unsigned char>(c) >= ' ' && c != '\x7f') || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    };
    return std::ranges::all_of(bytes, is_text) && base::is_utf8(bytes);
}

bool takes_papers(const procedure::Field& field) { return field.type == "paper" || field.type == "photo"; }

const procedure::Field* field_of(const procedure::Form* form, const std::string& id) {
    if (form == nullptr) return nullptr;
    const auto found = std::ranges::find(form->fields, id, &procedure::Field::id);
    return found != form->fields.end() && takes_papers(*found) ? &*found : nullptr;
}

/// What will be kept of one paper, or why it is not taken.
base::Result<std::string> judged(const Paper& paper, const procedure::Field& field) {
    auto kept = kept_of(paper.bytes);
    if (!kept) {
        Refusal refusal = kept.error();
        refusal.place.field = field.id;
        return refusal;
    }
    if (field.type == "photo" && !media_type(*kept).starts_with("image/"))
        return Refusal{Reason::malformed, "paper/photo", {.field = field.id}};
    constexpr std::size_t k_name_bytes_max = 255;
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; };
    const bool is_name = !paper.name.empty() && paper.name.size() <= k_name_bytes_max && base::is_utf8(paper.name) &&
                         std::ranges::none_of(paper.name, is_control);
    if (!is_name) return Refusal{Reason::malformed, "paper/name", {.field = field.id}};
    return kept;
}

base::Json value_of(const std::string& file, const Paper& paper, const std::string& kept) {
    return {{"paper", file},
            {"digest", base::hex(base::view(record::sha256(kept)))},
            {"name", paper.name},
            {"bytes", static_cast<std::uint64_t>(kept.size())}};
}

}  // namespace

std::string_view media_type(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (is_jpeg(bytes)) return "image/jpeg";
    if (is_png(bytes)) return "image/png";
    if (is_wave(bytes)) return "audio/wav";
    return !bytes.empty() && is_plain_text(bytes) ? "text/plain; charset=utf-8" : std::string_view();
}

base::Result<std::string> kept_of(std::string_view bytes) {
    if (bytes.empty()) return Refusal{Reason::malformed, "paper/empty"};
    if (bytes.size() > k_paper_bytes_max)
        return Refusal{Reason::limit_exceeded, "paper/too_large", {}, std::to_string(k_paper_bytes_max)};
    if (media_type(bytes).empty()) return Refusal{Reason::malformed, "paper/kind"};
    if (is_jpeg(bytes)) return bare_jpeg(bytes);
    if (is_png(bytes)) return bare_png(bytes);
    if (is_wave(bytes)) return bare_wave(bytes);
    return std::string(bytes);
}

base::Result<base::Done> add_papers(office::Command& command, Ticket& ticket, const std::vector<Paper>& papers,
                                    const procedure::Ruleset& rules, const KeepPaper& keep, int version) {
    if (papers.size() > k_papers_max) {
        return Refusal{Reason::limit_exceeded, "paper/too_many", {.field = papers.front().field}, std::to_string(k_papers_max)};
    }
    const procedure::Form* form = form_of(command, rules, version);
    std::vector<std::string> kept;
    for (const Paper& paper : papers) {
        const procedure::Field* field = field_of(form, paper.field);
        if (field == nullptr || command.fields.contains(paper.field))
            return Refusal{Reason::malformed, "paper/field", {.field = paper.field.substr(0, 64)}};
        HEARTH_TRY(bytes, judged(paper, *field));
        kept.push_back(std::move(bytes));
    }
    for (std::size_t i = 0; i < papers.size(); ++i) {
        record::PaperKey key = keep(kept[i]);
        key.name = form->id + "." + papers[i].field;
        base::Json& value = command.fields.try_emplace(papers[i].field, base::Json::array()).first->second;
        value.push_back(value_of(key.digest, papers[i], kept[i]));
        ticket.papers.push_back(std::move(key));
    }
    return base::Done{};
}

std::vector<KeptPaper> papers_in(const base::Json& value) {
    if (value.is_object()) return papers_in(base::Json::array({value}));
    std::vector<KeptPaper> papers;
    if (!value.is_array()) return papers;
    for (const base::Json& item : value) {
        const auto text = [&](const char* name) {
            return item.contains(name) && item[name].is_string() ? item[name].get<std::string>() : std::string();
        };
        if (!item.is_object() || text("paper").empty() || !item.contains("bytes") || !item["bytes"].is_number_unsigned()) continue;
        papers.push_back({text("paper"), text("digest"), text("name"), item["bytes"].get<std::uint64_t>()});
    }
    return papers;
}

base::Result<base::Done> check_papers(const office::Command& command, const std::vector<record::PaperKey>& kept,
                                      const procedure::Ruleset& rules, int version) {
    const procedure::Form* form = form_of(command, rules, version);
    std::set<std::pair<std::string, std::string>> there;
    for (const record::PaperKey& key : kept) there.insert({key.name, key.digest});
    for (const auto& [id, value] : command.fields) {
        if (field_of(form, id) == nullptr) continue;
        for (const KeptPaper& paper : papers_in(value)) {
            if (there.erase({form->id + "." + id, paper.file}) == 0)
                return Refusal{Reason::malformed, "clerk/paper_not_kept", {.field = id}};
        }
    }
    if (!there.empty()) return Refusal{Reason::malformed, "clerk/paper_not_kept", {.field = there.begin()->first}};
    return base::Done{};
}

}  // namespace hearth::clerk
