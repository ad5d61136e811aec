#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/refusal.hpp"
#include "web/http/message.hpp"
#include "web/http_status.hpp"

/// Answers for programs.
namespace hearth::web::api {

http::Response text_answer(Status status, std::string text);
http::Response json_answer(Status status, const base::Json& json);

/// {"reason":"malformed","rule":"..","fields":[{"field":"..","reason":"..","rule":".."}]}; `fields` is left out when no refusal
/// names one. The status is that of the first.
http::Response refused(const std::vector<base::Refusal>& refusals);

}  // namespace hearth::web::api
