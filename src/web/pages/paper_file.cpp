#include <algorithm>

#include "clerk/papers.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/paper_file.hpp"

namespace hearth::web::pages {
namespace {

/// A paper as an act names it, and the office in whose folder it lies; none: in another installation.
struct Named {
    clerk::KeptPaper paper;
    const OfficeSite* office = nullptr;
};

std::optional<Named> named_in(const View& view, const OpenedMatter& opened, const Reader& reader, std::string_view file) {
    for (std::size_t i = 0; i < opened.entries.size(); ++i) {
        const auto frame = record::open_frame(opened.entries[i].frame);
        const bool is_hers = frame && is_of(*frame, opened.party);
        for (const record::SealedField& field : opened.entries[i].content) {
            const auto value = value_for(reader, field, opened, is_hers);
            const auto papers = clerk::papers_in(value.value_or(base::Json()));
            const auto found = std::ranges::find(papers, file, &clerk::KeptPaper::file);
            if (found != papers.end()) return Named{*found, keeper_of_papers(view, opened.records[i])};
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

std::optional<http::Response> paper_of(const View& view, const OpenedMatter& opened, const Reader& reader, std::string_view file) {
    const auto named = named_in(view, opened, reader, file);
    if (!named || named->office == nullptr) return std::nullopt;
    const auto key = named->office->store->paper(named->paper.file);
    if (!key) return std::nullopt;
    auto bytes = named->office->papers->read(*key);
    if (!bytes) {
        view.site.log_fault("a paper cannot be read: " + to_string(bytes.error()));
        return std::nullopt;
    }
    http::Response response;
    response.content_type = clerk::media_type(*bytes);
    response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + header_name(named->paper.name));
    response.body = http::body_of(std::move(*bytes));
    return response;
}

std::optional<http::Response> paper_file(const View& view, std::string_view typed, std::string_view file) {
    const auto found = find_by_code(view, typed);
    return found ? paper_of(view, found->opened, {}, file) : std::nullopt;
}

}  // namespace hearth::web::pages
