#include "web/operator/finding.hpp"

namespace hearth::web {

std::string title_of(const Finding& finding, const Catalogue& say) { return say("doctor.title_" + finding.check); }

std::string words_of(const Finding& finding, const Catalogue& say) {
    const auto value = [&](std::size_t i) { return i < finding.values.size() ? finding.values[i] : std::string(); };
    return say.with("doctor." + finding.id, value(0), value(1));
}

std::string advice_on(const Finding& finding, const Catalogue& say) {
    return finding.needs_attention ? say("doctor." + finding.id + "_do") : std::string();
}

}  // namespace hearth::web
