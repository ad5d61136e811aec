#include "web/http/message.hpp"

#include <algorithm>

namespace hearth::web::http {
namespace {

template <class Pairs>
const std::string* find(const Pairs& pairs, std::string_view name) {
    const auto found = std::ranges::find(pairs, name, &Pairs::value_type::first);
    return found == pairs.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
    const std::string* value = find(headers, name);
    return value == nullptr ? std::string_view() : std::string_view(*value);
}

const std::string& Request::param(std::string_view name) const {
    static const std::string none;
    const std::string* value = find(params, name);
    return value == nullptr ? none : *value;
}

Body body_of(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

}  // namespace hearth::web::http
