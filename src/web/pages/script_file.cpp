#include "web/pages/script_file.hpp"

#include <algorithm>
#include <map>

#include "web/assets.hpp"
#include "web/http/finish.hpp"

namespace hearth::web::pages {
namespace {

struct Script {
    std::string version;
    http::Body plain;
    http::Body packed;
};

constexpr std::string_view k_suffix = ".js";
constexpr std::string_view k_worker = "_worker.js";

std::map<std::string, Script, std::less<>> read_scripts() {
    constexpr std::size_t k_version_chars = 8;
    constexpr int k_best = 9;
    std::map<std::string, Script, std::less<>> scripts;
    for (const Asset& asset : assets()) {
        if (!asset.name.ends_with(k_suffix)) continue;
        const std::string tag = http::etag_of(asset.bytes);
        scripts[std::string(asset.name)] = {tag.substr(1, k_version_chars), http::body_of(std::string(asset.bytes)),
                                            http::body_of(http::gzip(asset.bytes, k_best))};
    }
    return scripts;
}

const std::map<std::string, Script, std::less<>>& scripts() {
    static const auto read_once = read_scripts();
    return read_once;
}

}  // namespace

std::optional<http::Response> script_file(std::string_view file, std::string_view version) {
    const auto found = scripts().find(file);
    if (found == scripts().end()) return std::nullopt;
    http::Response response;
    response.content_type = "text/javascript; charset=utf-8";
    response.cache_control = version == found->second.version ? "public, max-age=31536000, immutable" : "no-cache";
    response.body = found->second.plain;
    response.gzipped = found->second.packed;
    if (file.ends_with(k_worker)) {  // it may be asked to stand before any page of the site, and fetches what it keeps
        response.headers.emplace_back("Service-Worker-Allowed", "/");
        http::allow_worker(response);
    }
    return response;
}

std::string script_version(std::string_view name) {
    const auto found = scripts().find(std::string(name) + std::string(k_suffix));
    return found == scripts().end() ? std::string() : found->second.version;
}

}  // namespace hearth::web::pages
