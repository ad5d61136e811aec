#pragma once

#include <memory>
#include <vector>

#include "cli/served_office.hpp"
#include "web/operator/metrics.hpp"

namespace hearth::cli {

/// Figures of the offices that this process serves and of the process itself, for whoever watches the machine: how much, how old,
/// how long it waits. Counts of an office as a whole; nothing by post, place, procedure or person.
std::vector<web::Metric> operator_figures(const std::vector<std::unique_ptr<ServedOffice>>& offices, base::Instant now);

}  // namespace hearth::cli
