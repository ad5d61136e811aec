#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is asked over HTTP and what is answered, free of any library and of anything that a town would recognise.
namespace hearth::web::http {

/// Fields in the order in which they came. Names of requests are in lower case.
using Headers = std::vector<std::pair<std::string, std::string>>;

/// One request, read whole. No address of the client is in it: nothing behind the server can log or keep one.
struct Request {
    std::string method;
    std::string path;   // "/o/village/record", as it was sent, without the query
    std::string query;  // without the question mark, as it was sent
    Headers headers;
    std::string body;
    bool cut = false;    // a form with files that was longer than may be: the body is no more than its beginning
    bool local = false;  // came over the socket file of the installation: the operator's own machine and account
    std::vector<std::pair<std::string, std::string>> params;  // filled by the router: name in the pattern -> decoded segment
    std::string language;                                     // filled by the site: the language that the answer speaks

    /// The first field of that name (lower case), or empty.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// The segment that the router found for `name`; empty if the pattern has none.
    [[nodiscard]] const std::string& param(std::string_view name) const;
};

using Body = std::shared_ptr<const std::string>;

/// One answer. A body may be shared between many answers and is never copied.
struct Response {
    int status = 200;
    std::string content_type;
    std::string cache_control = "no-store";
    std::string etag;           // with quotes; empty: none
    std::string last_modified;  // as `http_date` says it; empty: none
    Headers headers;            // what else
    Body body;
    Body gzipped;           // the same, compressed beforehand
    bool compress = false;  // may be compressed when the client takes it
};

/// Called once with the answer, from any thread.
using Respond = std::move_only_function<void(Response)>;
using Handler = std::function<void(Request, Respond)>;

Body body_of(std::string text);

/// Letters A to Z in lower case, as names of fields are compared.
std::string lower(std::string_view text);

}  // namespace hearth::web::http
