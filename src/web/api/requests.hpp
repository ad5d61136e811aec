#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "clerk/papers.hpp"
#include "web/site.hpp"

/// POST /api/requests: a matter raised by a program in a resident's name.
namespace hearth::web::api {

/// What a body asks for, or everything that is wrong with it.
struct RequestToOpen {
    const OfficeSite* office = nullptr;
    office::Command command;
    std::vector<clerk::Paper> papers;  // their bytes lie in the body
};

/// `{"office": "..", "channel"?: "web", <field of the opening form>: <value>, ..}`. All fields are looked at, so that the sender
/// hears of every fault at once; rules that need the office's state speak later.
std::variant<RequestToOpen, std::vector<base::Refusal>> read_request(const Site& site, std::string_view body);

/// The same out of a form in multipart/form-data: the part `request` is the JSON; each further part is a file, its name the field
/// that takes the paper. Refused besides `malformed` http/multipart, web/part, `limit_exceeded` http/parts.
std::variant<RequestToOpen, std::vector<base::Refusal>> read_request_with_papers(const Site& site, std::string_view body,
                                                                                 const std::string& boundary);

/// 201 with {"number","code","receipt","due","owner"}; the same again for the same Idempotency-Key and content.
void open_request(const Site& site, const http::Request& request, http::Respond respond);

}  // namespace hearth::web::api
