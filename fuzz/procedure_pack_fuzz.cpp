// A folder of packs, whatever its files hold, is read to rules or to errors that say where they stand, and is checked to proofs or
// to breaches with their places. One input is several files, each after a line "=== name".
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/check.hpp"
#include "procedure/check/check.hpp"

using namespace hearth::procedure;

namespace {

std::vector<SourceFile> files_of(std::string_view text) {
    std::vector<SourceFile> files;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
        text.remove_prefix(line.size());
        if (line.starts_with("=== ") && line.ends_with("\n")) {
            files.push_back({std::string(line.substr(4, line.size() - 5)), ""});
        } else if (!files.empty()) {
            files.back().bytes += line;
        }
    }
    return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = files_of({reinterpret_cast<const char*>(data), size});
    const auto read = load_ruleset(files);
    if (const auto* errors = std::get_if<std::vector<TextError>>(&read)) {
        HEARTH_CHECK(!errors->empty());
        for (const TextError& error : *errors) HEARTH_CHECK(!error.message.empty());
    }
    for (const Report& report : check_folder(files)) {
        HEARTH_CHECK(report.proved.size() <= 24);
        for (const Breach& breach : report.breaches)
            HEARTH_CHECK(!breach.message.empty() && breach.right >= 0 && breach.right <= 24);
    }
    return 0;
}
