#include "cli/checkpoint_memory.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/fault.hpp"
#include "base/json.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;
using base::Json;

std::optional<CheckpointMemory::Seen> seen_from(const Json& value) {
    if (!value.is_object() || value.size() != 3 || !value.contains("size") || !value["size"].is_number_unsigned())
        return std::nullopt;
    if (!value.contains("root") || !value["root"].is_string() || !value.contains("key") || !value["key"].is_string())
        return std::nullopt;
    const auto root = base::from_base64(value["root"].get<std::string>()).and_then(base::to_bytes32);
    if (!root) return std::nullopt;
    return CheckpointMemory::Seen{value["size"].get<std::uint64_t>(), *root, value["key"].get<std::string>()};
}

Json to_json(const CheckpointMemory::Seen& seen) {
    return {{"size", seen.size}, {"root", base::base64(base::view(seen.root))}, {"key", seen.key}};
}

}  // namespace

CheckpointMemory::CheckpointMemory(fs::path file) : file_(std::move(file)) {
    if (!fs::exists(file_)) return;
    std::stringstream text;
    text << std::ifstream(file_, std::ios::binary).rdbuf();
    const auto json = base::parse_json(text.view());
    if (!json || !json->is_object()) throw base::Fault(file_.string() + ": the memory of checkpoints is damaged");
    for (const auto& [origin, value] : json->items()) {
        const auto seen = seen_from(value);
        if (!seen) throw base::Fault(file_.string() + ": the memory of checkpoints is damaged at " + origin);
        seen_[origin] = *seen;
    }
}

std::optional<CheckpointMemory::Seen> CheckpointMemory::seen(const std::string& origin) const {
    const auto found = seen_.find(origin);
    return found == seen_.end() ? std::nullopt : std::optional(found->second);
}

void CheckpointMemory::remember(const std::string& origin, const Seen& seen) {
    seen_[origin] = seen;
    Json json = Json::object();
    for (const auto& [name, value] : seen_) json[name] = to_json(value);
    if (file_.has_parent_path()) fs::create_directories(file_.parent_path());
    const fs::path next = file_.string() + ".new";
    std::ofstream out(next, std::ios::binary);
    out << base::canonical_json(json).value() << "\n";
    out.close();
    if (!out) throw base::Fault(next.string() + ": cannot be written");
    fs::rename(next, file_);
}

fs::path CheckpointMemory::usual_file() {
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0')
        return fs::path(state) / "hearth/seen.json";
    const char* home = std::getenv("HOME");
    return fs::path(home == nullptr ? "." : home) / ".local/state/hearth/seen.json";
}

}  // namespace hearth::cli
