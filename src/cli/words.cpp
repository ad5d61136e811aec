#include "cli/words.hpp"

#include <array>

#include "web/refusal_words.hpp"

namespace hearth::cli {

namespace {

base::Reason reason_of(const std::string& word) {
    using base::Reason;
    constexpr std::array k_reasons{Reason::not_found, Reason::not_permitted,  Reason::out_of_order, Reason::out_of_time,
                                   Reason::malformed, Reason::limit_exceeded, Reason::conflict};
    for (const Reason reason : k_reasons) {
        if (base::word(reason) == word) return reason;
    }
    return Reason::malformed;
}

}  // namespace

std::string words_of(const base::Json& refusal) {
    const auto text = [&](const char* name) { return refusal.value(name, std::string()); };
    const base::Refusal said{reason_of(text("reason")), text("rule"), {.field = text("field")}, text("detail")};
    return web::words_of(said, web::Catalogue(web::k_english)) + "\n(" + to_string(said) + ")";
}

}  // namespace hearth::cli
