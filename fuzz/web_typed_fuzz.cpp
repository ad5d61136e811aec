// What people type and browsers send in small: receipt codes, numbers, cookies, where to go after signing in.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "clerk/receipt_code.hpp"
#include "web/desk/sign_in.hpp"
#include "web/forms/typed.hpp"
#include "web/http/cookie.hpp"

using namespace hearth;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto code = clerk::parse_receipt_code(text)) HEARTH_CHECK(clerk::parse_receipt_code(*code).value() == *code);
    const std::string cookie = web::http::cookie_in(text, "desk");
    HEARTH_CHECK(cookie.find(';') == std::string::npos && text.find(cookie) != std::string_view::npos);
    (void)web::forms::number_in(std::string(text));
    (void)web::desk::matter_in(text);
    return 0;
}
