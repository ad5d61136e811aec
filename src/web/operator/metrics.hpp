#pragma once

#include <string>
#include <utility>
#include <vector>

/// Figures for the operator's monitoring in the text format of Prometheus, version 0.0.4. Counts, sizes and ages of an office as a
/// whole; a label names an office and nothing smaller, so that no figure can point at a person.
namespace hearth::web {

struct Metric {
    enum class Type { gauge, counter };
    struct Sample {
        std::vector<std::pair<std::string, std::string>> labels;  // name, value
        double value = 0;
    };

    std::string name;  // "hearth_open_matters"
    std::string help;  // one line
    Type type = Type::gauge;
    std::vector<Sample> samples;  // none: the metric is left out
};

std::string metrics_text(const std::vector<Metric>& metrics);

}  // namespace hearth::web
