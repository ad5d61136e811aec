#include "clerk/sealing.hpp"

#include "base/json.hpp"
#include "clerk/form_of.hpp"
#include "clerk/keys.hpp"
#include "office/bodies.hpp"

namespace hearth::clerk {

namespace {

base::OfficeId reader_of(const procedure::Field& field, const office::Office& office) {
    for (const std::string& reader : field.readers) {
        if (const procedure::Post* post = office.rules().pack.post(reader))
            return office::office_of(post->of, office.profile().id, office);
    }
    return office.profile().id;
}

}  // namespace

base::Result<base::Done> seal_fields(office::Command& command, const office::Office& office,
                                     const std::map<base::OfficeId, base::Bytes32>& box_keys) {
    const procedure::Form* form = form_of(command, office.rules());
    if (form == nullptr) return base::Done{};
    for (const procedure::Field& field : form->fields) {
        const auto given = command.fields.find(field.id);
        if (field.klass != procedure::FieldClass::sealed || given == command.fields.end()) continue;
        HEARTH_TRY(checked, office::check_field(field, given->second));
        const base::OfficeId reader = reader_of(field, office);
        const auto key = box_keys.find(reader);
        if (key == box_keys.end()) {
            return base::Refusal{base::Reason::not_permitted, "clerk/no_key_of_reader", {.field = field.id}, reader.text};
        }
        HEARTH_TRY(plain, base::canonical_json(given->second));
        given->second = {{"sealed", base::base64(seal_to(key->second, plain))}, {"to", reader.text}};
    }
    return base::Done{};
}

}  // namespace hearth::clerk
