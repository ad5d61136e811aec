#include "web/pages/style_sheet.hpp"

#include "web/assets.hpp"
#include "web/http/finish.hpp"

namespace hearth::web::pages {

http::Response style_sheet() {
    static const http::Body plain = http::body_of(std::string(asset("hearth.css")));
    static const http::Body packed = http::body_of(http::gzip(*plain, 9));
    http::Response response;
    response.content_type = "text/css; charset=utf-8";
    response.cache_control = "public, max-age=31536000, immutable";
    response.body = plain;
    response.gzipped = packed;
    return response;
}

}  // namespace hearth::web::pages
