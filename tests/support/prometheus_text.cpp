#include "tests/support/prometheus_text.hpp"

#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

namespace hearth::tests {
namespace {

[[noreturn]] void broken(const std::string& line) { throw std::runtime_error("not in the format: " + line); }

std::map<std::string, std::string> labels_in(std::string text, const std::string& line) {
    static const std::regex k_label(R"re(^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(,|$))re");
    std::map<std::string, std::string> labels;
    std::smatch found;
    while (!text.empty()) {
        if (!std::regex_search(text, found, k_label)) broken(line);
        if (found[1].str().starts_with("__") || !labels.emplace(found[1], found[2]).second) broken(line);
        text = found.suffix();
    }
    return labels;
}

MetricSample sample_in(const std::string& line, const std::string& metric, const std::string& type) {
    static const std::regex k_sample(R"(^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? ([-+0-9.e]+)$)");
    std::smatch found;
    if (!std::regex_match(line, found, k_sample) || found[1] != metric) broken(line);
    std::size_t used = 0;
    const std::string number = found[3];
    const double value = std::stod(number, &used);
    if (used != number.size()) broken(line);
    return {metric, type, labels_in(found[2], line), value};
}

}  // namespace

std::multimap<std::string, MetricSample> read_prometheus(std::string_view text) {
    static const std::regex k_help(R"(^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) \S.*$)");
    static const std::regex k_type(R"(^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (gauge|counter)$)");
    if (!text.ends_with('\n')) throw std::runtime_error("the last line does not end");
    std::multimap<std::string, MetricSample> samples;
    std::set<std::string> seen;
    std::istringstream lines{std::string(text)};
    std::string metric;
    std::string type = "none";  // "": HELP was read, and TYPE must follow
    bool is_bare = false;
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (std::regex_match(line, found, k_help)) {
            if (type.empty() || is_bare || !seen.insert(found[1]).second) broken(line);
            metric = found[1];
            type.clear();
        } else if (std::regex_match(line, found, k_type)) {
            if (!type.empty() || found[1] != metric) broken(line);
            type = found[2];
            is_bare = true;
            if ((type == "counter") != metric.ends_with("_total")) broken(line);
        } else {
            // Without labels a sample is called as its metric.
            if (type.empty() || metric.empty() || !seen.insert("sample " + line.substr(0, line.rfind(' '))).second) broken(line);
            samples.emplace(metric, sample_in(line, metric, type));
            is_bare = false;
        }
    }
    if (type.empty() || is_bare) throw std::runtime_error("the last metric has no sample");
    return samples;
}

}  // namespace hearth::tests
