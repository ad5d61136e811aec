#include "web/operator/metrics.hpp"

#include <fmt/format.h>

namespace hearth::web {

namespace {

/// Of a label's value: backslash, quotation mark and line feed.
std::string escaped(const std::string& value) {
    std::string text;
    for (const char c : value) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') text += '\\';
        text += c;
    }
    return text;
}

std::string line_of(const Metric& metric, const Metric::Sample& sample) {
    std::string labels;
    for (const auto& [name, value] : sample.labels)
        labels += fmt::format("{}{}=\"{}\"", labels.empty() ? "" : ",", name, escaped(value));
    if (!labels.empty()) labels = "{" + labels + "}";
    return fmt::format("{}{} {}\n", metric.name, labels, sample.value);
}

}  // namespace

std::string metrics_text(const std::vector<Metric>& metrics) {
    std::string text;
    for (const Metric& metric : metrics) {
        if (metric.samples.empty()) continue;
        text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", metric.name, metric.help, metric.name,
                            metric.type == Metric::Type::counter ? "counter" : "gauge");
        for (const Metric::Sample& sample : metric.samples) text += line_of(metric, sample);
    }
    return text;
}

}  // namespace hearth::web
