#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hearth::tests {

/// One line of the format with its labels.
struct MetricSample {
    std::string metric;
    std::string type;
    std::map<std::string, std::string> labels;
    double value = 0;
};

/// Reads the text format of Prometheus 0.0.4 as strictly as it is described, and stricter: each metric has one HELP, one TYPE and
/// at least one sample, all together; no sample comes twice; counters end in _total. Throws std::runtime_error with the line else.
std::multimap<std::string, MetricSample> read_prometheus(std::string_view text);

}  // namespace hearth::tests
