#include "cli/doctor/chart.hpp"

#include "base/fault.hpp"
#include "cli/office_view.hpp"

namespace hearth::cli::doctor {

std::string Chart::office() const { return config.id.empty() ? paths.root.filename().string() : config.id.text; }

void Chart::fine(const std::string& check, const std::string& id, std::vector<std::string> values) {
    findings.push_back({office(), check, id, false, std::move(values)});
}

void Chart::look_here(const std::string& check, const std::string& id, std::vector<std::string> values) {
    findings.push_back({office(), check, id, true, std::move(values)});
}

void Chart::examine(const std::string& check, const std::string& id, const std::function<void()>& look) {
    try {
        look();
    } catch (const std::exception& fault) {
        look_here(check, id, {fault.what()});
    }
}

std::string Chart::on_wall(base::Instant instant) const {
    return rules ? on_the_wall(instant, rules->zone()) : to_rfc3339(instant);
}

}  // namespace hearth::cli::doctor
