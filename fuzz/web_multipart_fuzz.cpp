// A form with files, between delimiters that the sender chose; and what is kept of the papers in it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "clerk/papers.hpp"
#include "web/http/multipart.hpp"

using namespace hearth;

namespace {

/// Whatever is kept is of a kind that is taken, and nothing more can be taken from it.
void keep(std::string_view bytes) {
    const auto kept = clerk::kept_of(bytes);
    if (!kept) return;
    HEARTH_CHECK(!clerk::media_type(*kept).empty() && kept->size() <= bytes.size());
    HEARTH_CHECK(clerk::kept_of(*kept).value() == *kept);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    keep(bytes);
    const std::string_view type = bytes.substr(0, bytes.find('\n'));
    const std::string_view body = bytes.substr(std::min(bytes.size(), type.size() + 1));
    const auto parts = web::http::parts_in(body, web::http::boundary_in(type), 6);
    if (!parts) return 0;
    HEARTH_CHECK(parts->size() <= 6);
    for (const web::http::Part& part : *parts) {
        HEARTH_CHECK(!part.name.empty() && part.bytes.size() < body.size());
        HEARTH_CHECK(part.file_name.find_first_of("/\\") == std::string::npos);
        keep(part.bytes);
    }
    return 0;
}
