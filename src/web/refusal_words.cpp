#include "web/refusal_words.hpp"

namespace hearth::web {

std::string words_of(const base::Refusal& refusal, const Catalogue& catalogue) {
    const std::string reason = "refusal." + std::string(base::word(refusal.reason));
    const std::string exact = reason + "." + refusal.rule;
    return catalogue.with(catalogue.find(exact.c_str()) != nullptr ? exact : reason, refusal.detail, refusal.place.field);
}

}  // namespace hearth::web
