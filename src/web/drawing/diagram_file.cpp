#include "web/drawing/diagram_file.hpp"

#include "web/drawing/diagram.hpp"
#include "web/http/finish.hpp"

namespace hearth::web::drawing {

std::optional<http::Response> diagram_file(const pages::View& view, std::string_view procedure, std::string_view name) {
    const procedure::Pack& pack = view.office->rules->pack;
    const procedure::Procedure* drawn = pack.procedure(procedure);
    if (drawn == nullptr || (name != "telephone.svg" && name != "a3.svg")) return std::nullopt;
    http::Response response;
    response.content_type = "image/svg+xml; charset=utf-8";
    response.headers.emplace_back("Content-Language", view.language());
    response.body = http::body_of(diagram_of(*drawn, pack, view.tongue, name == "a3.svg" ? Sheet::a3 : Sheet::telephone));
    response.cache_control = "no-cache";
    response.etag = http::etag_of(*response.body);
    response.compress = true;
    return response;
}

}  // namespace hearth::web::drawing
