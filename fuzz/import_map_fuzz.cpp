// An import map of any bytes is read or refused, each refusal with its place, and a map that is read can be checked.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.hpp"
#include "ingest/import_map.hpp"

using namespace hearth;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = ingest::parse_import_map(std::string(reinterpret_cast<const char*>(data), size), "map.yaml");
    if (const auto* refusals = std::get_if<std::vector<base::Refusal>>(&read)) {
        HEARTH_CHECK(!refusals->empty());
        for (const base::Refusal& refusal : *refusals) HEARTH_CHECK(refusal.place.file == "map.yaml" && refusal.place.line > 0);
        return 0;
    }
    const auto& map = std::get<ingest::ImportMap>(read);
    HEARTH_CHECK(ingest::check_columns(map, {}).size() == map.columns().size());
    (void)ingest::check_rules(map, procedure::Pack{});
    return 0;
}
