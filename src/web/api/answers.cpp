#include "web/api/answers.hpp"

namespace hearth::web::api {

http::Response text_answer(Status status, std::string text) {
    http::Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = http::body_of(std::move(text));
    return response;
}

http::Response json_answer(Status status, const base::Json& json) {
    http::Response response;
    response.status = status;
    response.content_type = "application/json";
    response.body = http::body_of(json.dump() + "\n");
    return response;
}

http::Response refused(const std::vector<base::Refusal>& refusals) {
    const base::Refusal& first = refusals.front();
    base::Json json = {{"reason", base::word(first.reason)}, {"rule", first.rule}};
    if (!first.detail.empty()) json["detail"] = first.detail;
    for (const base::Refusal& refusal : refusals) {
        if (refusal.place.field.empty()) continue;
        json["fields"].push_back({{"field", refusal.place.field}, {"reason", base::word(refusal.reason)}, {"rule", refusal.rule}});
    }
    return json_answer(status_of(first.reason), json);
}

}  // namespace hearth::web::api
