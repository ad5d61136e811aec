#pragma once

#include <vector>

#include "web/operator/finding.hpp"
#include "web/pages/view.hpp"

namespace hearth::web {

/// Health for whoever looks after the machine: the heading is the verdict, each warning says what to do, below it everything that
/// was looked at. `at`: when.
http::Response health_page(const pages::View& view, const std::vector<Finding>& findings, base::Instant at);

}  // namespace hearth::web
