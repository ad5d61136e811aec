#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"

namespace hearth::web::http {

/// Finds the handler for a method and path. A pattern is a path in which "{name}" stands for one segment that is not empty and
/// "{name...}", last, for all that is left, joined by "/" (a segment that held an encoded "/" matches no pattern: nobody could
/// tell the two apart afterwards). The first pattern that fits wins. HEAD is answered by GET's handler.
class Router {
public:
    void add(std::string method, std::string_view pattern, Handler handler);

    enum class Found { handler, no_path, no_method, malformed };
    struct Match {
        Found found = Found::no_path;
        const Handler* handler = nullptr;  // set when found; owned by the router
        std::vector<std::pair<std::string, std::string>> params;
        std::string allow;  // with no_method: the methods that the path knows
    };
    [[nodiscard]] Match match(std::string_view method, std::string_view path) const;

private:
    struct Route {
        std::string method;
        std::vector<std::string> pattern;
        Handler handler;
    };
    std::vector<Route> routes_;
};

}  // namespace hearth::web::http
