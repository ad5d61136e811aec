// Addresses, forms and headers as a stranger may send them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "web/http/finish.hpp"
#include "web/http/router.hpp"
#include "web/http/target.hpp"
#include "web/language.hpp"

using namespace hearth::web;

namespace {

const http::Router& router() {
    static const http::Router made = [] {
        http::Router routes;
        const http::Handler nothing = [](http::Request, http::Respond) {};
        routes.add("GET", "/", nothing);
        routes.add("GET", "/o/{office}", nothing);
        routes.add("POST", "/o/{office}/matter", nothing);
        routes.add("GET", "/o/{office}/record/tile/{tile...}", nothing);
        return routes;
    }();
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto match = router().match("GET", addressed(text).path);
    for (const auto& [name, value] : match.params) {
        HEARTH_CHECK(!value.empty() || name == "tile");
        HEARTH_CHECK(hearth::base::is_utf8(value) && value.find('\0') == std::string::npos);
    }
    if (const auto fields = http::form_fields(text)) {
        for (const auto& [name, value] : *fields) HEARTH_CHECK(hearth::base::is_utf8(name) && hearth::base::is_utf8(value));
    }
    const std::string_view language = preferred(text);
    HEARTH_CHECK(language == "en" || language == "zh-Hans");
    (void)http::takes_gzip(text);
    http::Response response;
    response.etag = "\"tag\"";
    response.last_modified = "Tue, 24 Nov 2026 01:12:00 GMT";
    response.body = http::body_of("body");
    http::finish({text, text}, text, response);
    HEARTH_CHECK(response.status == 200 || response.body == nullptr);
    return 0;
}
