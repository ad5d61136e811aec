#include "web/api/record_tiles.hpp"

#include "record/checkpoint.hpp"
#include "record/tiles.hpp"
#include "web/api/answers.hpp"

namespace hearth::web::api {
namespace {

constexpr const char* k_for_good = "public, max-age=31536000, immutable";
constexpr const char* k_for_a_moment = "public, max-age=3";

/// The size that the served checkpoint states; 0 while there is none.
std::uint64_t served_size(const OfficeSite& office) {
    const auto served = record::read_checkpoint(office.served_checkpoint());
    return served ? served->checkpoint.size : 0;
}

http::Response not_here() { return text_answer(k_not_found, "not found\n"); }

http::Response bytes(std::string body) {
    http::Response response;
    response.content_type = "application/octet-stream";
    response.cache_control = k_for_good;
    response.body = http::body_of(std::move(body));
    return response;
}

std::string bundle(record::Store& store, const record::TileName& name) {
    const auto entries = store.entries(name.number * record::k_tile_width, name.width, false);
    std::vector<std::string_view> leaves;
    for (const record::StoredEntry& entry : entries) leaves.emplace_back(entry.leaf);
    return leaves.size() == name.width ? record::encode_bundle(leaves) : std::string();
}

}  // namespace

http::Response checkpoint(const OfficeSite& office) {
    std::string note = office.served_checkpoint();
    if (note.empty()) return not_here();
    http::Response response = text_answer(k_ok, std::move(note));
    response.cache_control = k_for_a_moment;
    return response;
}

http::Response verifier_key(const OfficeSite& office) {
    http::Response response = text_answer(k_ok, office.key.text() + "\n");
    response.cache_control = k_for_a_moment;
    return response;
}

http::Response tile(const OfficeSite& office, std::string_view path) {
    const auto name = record::parse_tile_path("tile/" + std::string(path));
    if (!name) return not_here();
    if (name->width > record::tile_width(name->level.value_or(0), name->number, served_size(office))) return not_here();
    if (!name->level) {
        std::string entries = bundle(*office.store, *name);
        if (entries.empty()) return not_here();
        http::Response response = bytes(std::move(entries));
        response.compress = true;
        return response;
    }
    auto stored = office.store->tile(*name->level, name->number);
    const std::size_t length = name->width * record::k_hash_bytes;
    if (!stored || stored->hashes.size() < length) return not_here();
    stored->hashes.resize(length);
    return bytes(std::move(stored->hashes));
}

}  // namespace hearth::web::api
