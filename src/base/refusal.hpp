#pragma once

#include <string>
#include <string_view>

namespace hearth::base {

/// Why the rules say no. HTTP codes are chosen from it in web/http_status.cpp, exit codes in cli.
enum class Reason { not_found, not_permitted, out_of_order, out_of_time, malformed, limit_exceeded, conflict };

/// The word of a reason as it stands in stories, JSON and catalogues: "out_of_time".
std::string_view word(Reason reason);

/// Where the fault lies. Parts that do not apply stay empty or zero. `line` and `column` count from 1.
struct Place {
    std::string file = {};
    int line = 0;
    int column = 0;
    std::string field = {};

    bool operator==(const Place&) const = default;
};

/// "file:line:column field", leaving out what is not set.
std::string to_string(const Place& place);

/// A lawful "no". `rule` names the rule that spoke, as "procedure/act" or "part/rule" ("request/refuse", "import/unknown_column");
/// it is the key of the sentence that people are shown. `detail` is data for that sentence (a name, a number), never a sentence.
struct Refusal {
    Reason reason;
    std::string rule;
    Place place = {};
    std::string detail = {};

    bool operator==(const Refusal&) const = default;
};

/// "refused out_of_time request/appeal (pack.yaml:3:1 title) detail": for logs, stories and the command line.
std::string to_string(const Refusal& refusal);

}  // namespace hearth::base
