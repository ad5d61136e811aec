#include "web/api/witness.hpp"

#include "base/bytes.hpp"
#include "web/api/answers.hpp"

namespace hearth::web::api {

http::Response add_checkpoint(const OfficeSite& office, std::string_view body) {
    if (!office.add_checkpoint) return text_answer(k_not_found, "not found\n");
    const WitnessReply reply = office.add_checkpoint(body);
    http::Response response = text_answer(status_of(reply.answer), reply.lines);
    if (reply.answer == record::WitnessAnswer::other_old_size) {
        response.content_type = "text/x.tlog.size";
        response.body = http::body_of(std::to_string(reply.size) + "\n");
    }
    return response;
}

http::Response last_witnessed(const OfficeSite& office, std::string_view origin_hex) {
    constexpr std::size_t k_hex_digits = 64;
    const bool is_hash = origin_hex.size() == k_hex_digits && base::from_hex(origin_hex).has_value();
    auto note = is_hash && office.last_witnessed ? office.last_witnessed(origin_hex) : std::nullopt;
    if (!note) return text_answer(k_not_found, "not found\n");
    http::Response response = text_answer(k_ok, std::move(*note));
    response.cache_control = "public, max-age=3";
    return response;
}

}  // namespace hearth::web::api
