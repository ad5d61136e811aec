#include <algorithm>

#include "clerk/papers.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"

namespace hearth::web::pages {
namespace {

/// The paper as the matter names it, if the holder of the code may read it.
std::optional<clerk::KeptPaper> named_in(const OpenedMatter& opened, std::string_view file) {
    for (const record::StoredEntry& entry : opened.entries) {
        const auto frame = record::open_frame(entry.frame);
        const bool is_hers = frame && is_of(*frame, opened.party);
        for (const record::SealedField& field : entry.content) {
            const auto disclosed = record::open_disclosure(field.disclosure);
            if (!disclosed || !may_read(field, is_hers)) continue;
            const auto papers = clerk::papers_in(disclosed->value);
            const auto found = std::ranges::find(papers, file, &clerk::KeptPaper::file);
            if (found != papers.end()) return *found;
        }
    }
    return std::nullopt;
}

/// A name as a header may carry it (RFC 8187): letters and digits as they are, all else by its bytes.
std::string header_name(std::string_view name) {
    constexpr std::string_view k_hex = "0123456789ABCDEF";
    std::string sent;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (is_plain) {
            sent += c;
        } else {
            sent += {'%', k_hex[byte >> 4U], k_hex[byte & 15U]};
        }
    }
    return sent;
}

}  // namespace

std::optional<http::Response> paper_file(const View& view, std::string_view typed, std::string_view file) {
    const auto found = find_by_code(view, typed);
    const auto paper = found && view.office->papers ? named_in(found->opened, file) : std::nullopt;
    const auto key = paper ? view.office->store->paper(paper->file) : std::nullopt;
    if (!key) return std::nullopt;
    auto bytes = view.office->papers->read(*key);
    if (!bytes) {
        view.site.log_fault("a paper cannot be read: " + to_string(bytes.error()));
        return std::nullopt;
    }
    http::Response response;
    response.content_type = clerk::media_type(*bytes);
    response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + header_name(paper->name));
    response.body = http::body_of(std::move(*bytes));
    return response;
}

}  // namespace hearth::web::pages
