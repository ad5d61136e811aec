#include "base/refusal.hpp"

namespace hearth::base {

std::string_view word(Reason reason) {
    switch (reason) {
        case Reason::not_found: return "not_found";
        case Reason::not_permitted: return "not_permitted";
        case Reason::out_of_order: return "out_of_order";
        case Reason::out_of_time: return "out_of_time";
        case Reason::malformed: return "malformed";
        case Reason::limit_exceeded: return "limit_exceeded";
        case Reason::conflict: return "conflict";
    }
    return "unknown";
}

std::string to_string(const Place& place) {
    std::string text = place.file;
    if (place.line > 0) text += (text.empty() ? "line " : ":") + std::to_string(place.line);
    if (place.column > 0) text += ":" + std::to_string(place.column);
    if (!place.field.empty()) text += (text.empty() ? "" : " ") + place.field;
    return text;
}

std::string to_string(const Refusal& refusal) {
    std::string text = "refused " + std::string(word(refusal.reason)) + " " + refusal.rule;
    if (const std::string place = to_string(refusal.place); !place.empty()) text += " (" + place + ")";
    if (!refusal.detail.empty()) text += " " + refusal.detail;
    return text;
}

}  // namespace hearth::base
