#include <sodium.h>

#include "base/bytes.hpp"
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

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// Another function of the ticket than the digest by which the store finds it (BLAKE2b, RFC 7693), so that it follows from nothing
/// that is kept.
std::string code_key(const Ticket& ticket) {
    static const std::string k_use = "hearth receipt code";
    const std::string said = ticket.account + "\n" + ticket.key;
    std::string key(crypto_secretbox_KEYBYTES, '\0');
    crypto_generichash(bytes_of(key), key.size(), bytes_of(said), said.size(), bytes_of(k_use), k_use.size());
    return key;
}

std::string hex_sha256(std::string_view text) { return base::hex(base::view(record::sha256(text))); }

}  // namespace

std::string command_key(const Ticket& ticket) { return hex_sha256(ticket.account + "\n" + ticket.key); }

std::string seal_code(const Ticket& ticket, const std::string& code, base::Randomness& randomness) {
    const std::string key = code_key(ticket);
    std::string sealed = randomness.bytes(crypto_secretbox_NONCEBYTES);
    sealed.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + code.size());
    crypto_secretbox_easy(bytes_of(sealed) + crypto_secretbox_NONCEBYTES, bytes_of(code), code.size(), bytes_of(sealed),
                          bytes_of(key));
    return base::base64(sealed);
}

std::string open_code(const Ticket& ticket, const std::string& sealed) {
    constexpr std::size_t extra = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const auto box = base::from_base64(sealed);
    if (!box || box->size() < extra) return {};
    std::string code(box->size() - extra, '\0');
    const bool is_its =
        crypto_secretbox_open_easy(bytes_of(code), bytes_of(*box) + crypto_secretbox_NONCEBYTES,
                                   box->size() - crypto_secretbox_NONCEBYTES, bytes_of(*box), bytes_of(code_key(ticket))) == 0;
    return is_its ? code : std::string();
}

base::Result<std::string> command_digest(const office::Command& command, const Ticket& ticket) {
    HEARTH_TRY(said, base::canonical_json(said_by(command)));
    return hex_sha256(ticket.key + "\n" + said);
}

}  // namespace hearth::clerk
