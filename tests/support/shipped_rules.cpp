#include "tests/support/shipped_rules.hpp"

#include "base/check.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::tests {

std::shared_ptr<const procedure::Ruleset> shipped_rules() {
    static const auto k_rules = [] {
        auto loaded = procedure::load_ruleset(pack_files("procedures/cn"));
        HEARTH_CHECK(std::holds_alternative<procedure::Ruleset>(loaded));
        return std::make_shared<const procedure::Ruleset>(std::get<procedure::Ruleset>(std::move(loaded)));
    }();
    return k_rules;
}

}  // namespace hearth::tests
