#include "clerk/sealing.hpp"

#include <sodium.h>

#include <set>
#include <utility>

#include "base/json.hpp"
#include "clerk/form_of.hpp"
#include "clerk/keys.hpp"
#include "office/accused.hpp"
#include "office/bodies.hpp"

namespace hearth::clerk {

namespace {

using base::OfficeId;
using BoxKeys = std::map<OfficeId, base::Bytes32>;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// Whom an act accuses, and who handles the matter that it opens.
struct Addressed {
    OfficeId accused;  // empty: nobody
    OfficeId handling;
};

OfficeId office_of(const procedure::Body& body, const Addressed& addressed, const office::Office& office) {
    return office::office_of(body, addressed.handling, office, {addressed.accused, {}});
}

/// Of a report the office must know which unit it accuses, and nothing else of it. It is handled where the act says (right 4: above
/// that unit).
base::Result<Addressed> addressed_by(const office::Command& command, const office::Office& office, int version) {
    const procedure::Procedure& procedure = *office.rules().pack.procedure(command.procedure.text, version);
    const procedure::ActRule& act = *procedure.act(command.act);
    HEARTH_TRY(accused, office::accused_unit(office, procedure, act, command));
    Addressed addressed{accused, office.profile().id};
    if (act.at) addressed.handling = office_of(*act.at, addressed, office);
    return addressed;
}

/// Every office whose posts read the field, but never the accused one.
std::set<OfficeId> readers_of(const procedure::Field& field, const Addressed& addressed, const office::Office& office) {
    std::set<OfficeId> readers;
    for (const std::string& reader : field.readers) {
        if (const procedure::Post* post = office.rules().pack.post(reader)) readers.insert(office_of(post->of, addressed, office));
    }
    if (readers.empty()) readers.insert(addressed.handling);
    if (!addressed.accused.empty()) readers.erase(addressed.accused);
    return readers;
}

/// The text under a fresh key, and that key in a box for each reader.
base::Json sealed_to(const std::map<OfficeId, base::Bytes32>& readers, const std::string& plain) {
    std::string key(crypto_secretbox_KEYBYTES, '\0');
    randombytes_buf(key.data(), key.size());
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes_of(sealed) + crypto_secretbox_NONCEBYTES, bytes_of(std::string_view(plain)), plain.size(),
                          bytes_of(sealed), bytes_of(key));
    base::Json boxes = base::Json::object();
    for (const auto& [office, public_key] : readers) boxes[office.text] = base::base64(seal_to(public_key, key));
    sodium_memzero(key.data(), key.size());
    return {{"sealed", base::base64(sealed)}, {"to", std::move(boxes)}};
}

/// The key of a paper goes under the seal with its name: in the database it would lie open to those whom the seal shall keep out.
void take_in_keys(base::Json& value, std::vector<record::PaperKey>& papers) {
    if (!value.is_array()) return;
    for (base::Json& item : value) {
        for (record::PaperKey& paper : papers) {
            if (!item.is_object() || item.value("paper", std::string()) != paper.digest) continue;
            item["key"] = base::base64(paper.key);
            sodium_memzero(paper.key.data(), paper.key.size());
            paper.key.clear();
        }
    }
}

base::Result<std::map<OfficeId, base::Bytes32>> keys_of(const procedure::Field& field, const Addressed& addressed,
                                                        const office::Office& office, const BoxKeys& box_keys) {
    std::map<OfficeId, base::Bytes32> keys;
    std::string missing;
    for (const OfficeId& reader : readers_of(field, addressed, office)) {
        if (const auto key = box_keys.find(reader); key != box_keys.end()) {
            keys.insert(*key);
        } else {
            missing += (missing.empty() ? "" : ", ") + reader.text;
        }
    }
    if (keys.empty()) return base::Refusal{base::Reason::not_permitted, "clerk/no_key_of_reader", {.field = field.id}, missing};
    return keys;
}

}  // namespace

base::Result<base::Done> seal_fields(office::Command& command, std::vector<record::PaperKey>& papers, const office::Office& office,
                                     const BoxKeys& box_keys, int version) {
    const procedure::Form* form = form_of(command, office.rules(), version);
    if (form == nullptr) return base::Done{};
    HEARTH_TRY(addressed, addressed_by(command, office, version));
    command.accused = addressed.accused;
    for (const procedure::Field& field : form->fields) {
        const auto given = command.fields.find(field.id);
        if (field.klass != procedure::FieldClass::sealed || given == command.fields.end()) continue;
        HEARTH_TRY(checked, office::check_field(field, given->second));
        HEARTH_TRY(readers, keys_of(field, addressed, office, box_keys));
        take_in_keys(given->second, papers);
        HEARTH_TRY(plain, base::canonical_json(given->second));
        command.under_seal[field.id] = std::exchange(given->second, sealed_to(readers, plain));
    }
    return base::Done{};
}

std::optional<base::Json> unsealed(const base::Json& value, const OfficeId& reader, const BoxKey& key) {
    if (!value.is_object() || !value.contains("sealed") || !value.contains("to") || !value["sealed"].is_string())
        return std::nullopt;
    const auto sealed = base::from_base64(value["sealed"].get<std::string>());
    if (!sealed || !value["to"].is_object() || !value["to"].contains(reader.text)) return std::nullopt;
    const base::Json& box = value["to"][reader.text];
    const auto boxed = box.is_string() ? base::from_base64(box.get<std::string>()) : base::Refusal{};
    const auto content_key = boxed ? key.open(*boxed) : std::nullopt;
    constexpr std::size_t extra = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (!content_key || content_key->size() != crypto_secretbox_KEYBYTES || sealed->size() < extra) return std::nullopt;
    std::string plain(sealed->size() - extra, '\0');
    if (crypto_secretbox_open_easy(bytes_of(plain), bytes_of(std::string_view(*sealed)) + crypto_secretbox_NONCEBYTES,
                                   sealed->size() - crypto_secretbox_NONCEBYTES, bytes_of(std::string_view(*sealed)),
                                   bytes_of(std::string_view(*content_key))) != 0) {
        return std::nullopt;
    }
    const auto read = base::parse_json(plain);
    return read ? std::optional(*read) : std::nullopt;
}

}  // namespace hearth::clerk
