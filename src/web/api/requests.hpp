#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "web/site.hpp"

/// POST /api/requests: a matter raised by a program in a resident's name.
namespace hearth::web::api {

/// What a body asks for, or everything that is wrong with it.
struct RequestToOpen {
    const OfficeSite* office = nullptr;
    office::Command command;
};

/// `{"office": "..", "channel"?: "web", <field of the opening form>: <value>, ..}`. All fields are looked at, so that the sender
/// hears of every fault at once; rules that need the office's state speak later.
std::variant<RequestToOpen, std::vector<base::Refusal>> read_request(const Site& site, std::string_view body);

/// 201 with {"number","code","receipt","due","owner"}; the same again for the same Idempotency-Key and content.
void open_request(const Site& site, http::Request request, http::Respond respond);

}  // namespace hearth::web::api
