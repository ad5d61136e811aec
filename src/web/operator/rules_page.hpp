#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/operator/foresight.hpp"
#include "web/pages/view.hpp"

namespace hearth::web {

/// What lies in the folder of an office, against what is in force there.
struct FolderRules {
    base::OfficeId office;
    std::optional<Foresight> seen;  // none: it could not be looked at
    std::string trouble;            // then why, in the operator's words
};

/// The rules in force of each office, for which years its working days are published, and what another pack or calendar that lies
/// in its folder would change. `at`: when it was looked at.
http::Response rules_page(const pages::View& view, const std::vector<FolderRules>& folders, base::Instant at);

}  // namespace hearth::web
