#pragma once

#include <regex>
#include <string>

/// Forms in parts (multipart/form-data, RFC 7578), as a browser without scripts sends them; the boundary is "cut".
namespace hearth::tests {

inline constexpr const char* k_in_parts = "multipart/form-data; boundary=cut";

inline std::string text(const std::string& name, const std::string& value) {
    return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

/// For the field `papers`.
inline std::string file(const std::string& name, const std::string& bytes) {
    return "--cut\r\nContent-Disposition: form-data; name=\"f.papers\"; filename=\"" + name +
           "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
}

/// Names and values of the hidden fields, as they go back.
inline std::string carried_on(const std::string& page) {
    std::string parts;
    const std::regex hidden("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    for (std::sregex_iterator at(page.begin(), page.end(), hidden), end; at != end; ++at) parts += text((*at)[1], (*at)[2]);
    return parts;
}

}  // namespace hearth::tests
