#include "base/json.hpp"
#include "clerk/clerk.hpp"
#include "clerk/papers.hpp"
#include "record/sha256.hpp"

namespace hearth::clerk {

namespace {

base::Json json_of(const record::Actor& actor) {
    return {{"kind", static_cast<int>(actor.kind)},
            {"party", actor.party.text},
            {"post", actor.post.text},
            {"office", actor.office.text}};
}

/// A paper that is sent again is encrypted anew: what it says stands in its plain digest, not in the name of its file.
base::Json without_files(base::Json value) {
    if (value.is_array()) {
        for (base::Json& item : value) item = without_files(std::move(item));
    } else if (!papers_in(value).empty()) {
        value.erase("paper");
    }
    return value;
}

base::Json fields_of(const office::Command& command) {
    base::Json fields = base::Json::object();
    for (const auto& [id, value] : command.fields) fields[id] = without_files(value);
    return fields;
}

/// What the command says. When it came in and what its sender had seen may differ in a repetition.
base::Json said_by(const office::Command& command) {
    base::Json said{{"by", json_of(command.by)},    {"office", command.office.text},  {"procedure", command.procedure.text},
                    {"act", command.act},           {"outcome", command.outcome},     {"channel", command.channel},
                    {"evidence", command.evidence}, {"read_back", command.read_back}, {"source", command.source},
                    {"imported", command.imported}, {"fields", fields_of(command)}};
    if (command.matter) said["matter"] = command.matter->number;
    if (command.effective_from) said["effective_from"] = command.effective_from->ms;
    if (command.due) said["due"] = command.due->ms;
    if (command.entered_by) said["entered_by"] = json_of(*command.entered_by);
    if (command.deputy) said["deputy"] = true;
    if (command.facts_date) said["facts_date"] = base::to_string(*command.facts_date);
    return said;
}

std::string hex_sha256(std::string_view text) { return base::hex(base::view(record::sha256(text))); }

}  // namespace

std::string command_key(const Ticket& ticket) { return hex_sha256(ticket.account + "\n" + ticket.key); }

base::Result<std::string> command_digest(const office::Command& command, const Ticket& ticket) {
    HEARTH_TRY(said, base::canonical_json(said_by(command)));
    return hex_sha256(ticket.key + "\n" + said);
}

}  // namespace hearth::clerk
