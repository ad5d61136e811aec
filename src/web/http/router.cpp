#include "web/http/router.hpp"

#include <algorithm>
#include <optional>

#include "web/http/target.hpp"

namespace hearth::web::http {
namespace {

using Segments = std::vector<std::string>;
using Params = std::vector<std::pair<std::string, std::string>>;

bool is_name(const std::string& part) { return part.starts_with('{'); }
bool takes_rest(const std::string& part) { return part.ends_with("...}"); }

std::string rest(const Segments& segments, std::size_t from) {
    std::string joined;
    for (std::size_t at = from; at < segments.size(); ++at) joined += (at == from ? "" : "/") + segments[at];
    return joined;
}

std::optional<Params> fit(const Segments& pattern, const Segments& segments) {
    Params params;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const std::string& part = pattern[at];
        if (at >= segments.size()) return std::nullopt;
        if (takes_rest(part)) {
            params.emplace_back(part.substr(1, part.size() - 5), rest(segments, at));
            return params;
        }
        if (is_name(part)) {
            if (segments[at].empty()) return std::nullopt;
            params.emplace_back(part.substr(1, part.size() - 2), segments[at]);
        } else if (part != segments[at]) {
            return std::nullopt;
        }
    }
    if (segments.size() != pattern.size()) return std::nullopt;
    return params;
}

}  // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler) {
    routes_.push_back({std::move(method), path_segments(pattern).value(), std::move(handler)});
}

Router::Match Router::match(std::string_view method, std::string_view path) const {
    Match match;
    const auto segments = path_segments(path);
    if (!segments) {
        match.found = Found::malformed;
        return match;
    }
    if (std::ranges::any_of(*segments, [](const std::string& s) { return s.find('/') != std::string::npos; })) return match;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const Route& route : routes_) {
        auto params = fit(route.pattern, *segments);
        if (!params) continue;
        if (route.method == wanted) return {Found::handler, &route.handler, std::move(*params), {}};
        match.found = Found::no_method;
        match.allow += (match.allow.empty() ? "" : ", ") + route.method + (route.method == "GET" ? ", HEAD" : "");
    }
    return match;
}

}  // namespace hearth::web::http
