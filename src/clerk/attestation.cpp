#include "clerk/attestation.hpp"

#include <cbor.h>

#include <memory>
#include <optional>

namespace hearth::clerk {
namespace {

struct Release {
    void operator()(cbor_item_t* item) const { cbor_decref(&item); }
};
using Item = std::unique_ptr<cbor_item_t, Release>;

const unsigned char* bytes_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

base::Refusal malformed() { return {base::Reason::malformed, "clerk/passkey_form"}; }

Item loaded(std::string_view bytes) {
    cbor_load_result result{};
    Item item(cbor_load(bytes_of(bytes), bytes.size(), &result));
    return item && result.read == bytes.size() ? std::move(item) : nullptr;
}

std::string text_in(cbor_item_t* item) {
    return {reinterpret_cast<const char*>(cbor_string_handle(item)), cbor_string_length(item)};
}

std::string bytes_in(cbor_item_t* item) {
    return {reinterpret_cast<const char*>(cbor_bytestring_handle(item)), cbor_bytestring_length(item)};
}

/// The member of a map by its name; null when it is not there.
cbor_item_t* member(cbor_item_t* map, std::string_view name) {
    for (std::size_t i = 0; i < cbor_map_size(map); ++i) {
        const cbor_pair& pair = cbor_map_handle(map)[i];
        const bool is_name = cbor_isa_string(pair.key) && cbor_string_is_definite(pair.key);
        if (is_name && text_in(pair.key) == name) return pair.value;
    }
    return nullptr;
}

std::optional<std::string> bytes_named(cbor_item_t* map, std::string_view name) {
    cbor_item_t* value = member(map, name);
    if (value == nullptr || !cbor_isa_bytestring(value) || !cbor_bytestring_is_definite(value)) return std::nullopt;
    return bytes_in(value);
}

}  // namespace

bool is_whole_cbor(std::string_view bytes) {
    struct Walk {
        std::size_t left;
        bool fits = true;
    };
    cbor_callbacks see = cbor_empty_callbacks;
    const auto counted = [](void* walk, std::uint64_t count) {
        auto& at = *static_cast<Walk*>(walk);
        at.fits = at.fits && count <= at.left;
    };
    see.array_start = counted;
    see.map_start = counted;
    Walk walk{bytes.size()};
    while (!bytes.empty()) {
        walk.left = bytes.size();
        const cbor_decoder_result step = cbor_stream_decode(bytes_of(bytes), bytes.size(), &see, &walk);
        if (step.status != CBOR_DECODER_FINISHED || !walk.fits) return false;
        bytes.remove_prefix(step.read);
    }
    return true;
}

base::Result<Attestation> read_attestation(std::string_view object) {
    if (object.empty() || !is_whole_cbor(object)) return malformed();
    const Item map = loaded(object);
    if (!map || !cbor_isa_map(map.get())) return malformed();
    cbor_item_t* format = member(map.get(), "fmt");
    cbor_item_t* statement = member(map.get(), "attStmt");
    auto data = bytes_named(map.get(), "authData");
    const bool has_format = format != nullptr && cbor_isa_string(format) && cbor_string_is_definite(format);
    if (!has_format || statement == nullptr || !cbor_isa_map(statement) || !data) return malformed();
    return Attestation{text_in(format), bytes_named(statement, "sig").value_or(std::string()), member(statement, "x5c") != nullptr,
                       std::move(*data)};
}

}  // namespace hearth::clerk
