#pragma once

#include <map>
#include <string>

#include "base/json.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// Whether a value is what the clerk made of a sealed field: {"sealed": base64, "to": {office: base64, ..}} (before
/// there were several readers: "to": office).
bool is_sealed(const base::Json& value);

/// Whether the form cannot be handed in without this field: what is asked (`points`, else the first long text), and of a
/// decision its facts, evidence, rules and reasons (right 12).
bool is_required(const procedure::Field& field, const procedure::Form& form);

/// All fields of a form in the order of their ids. Refused `malformed` office/unknown_field, office/missing_field or as
/// `check_field` says; `limit_exceeded` office/field_length, office/field_count. History may leave fields out. `form` may be null.
base::Result<base::Done> check_fields(const procedure::Form* form, const std::map<std::string, base::Json>& fields, bool imported);

}  // namespace hearth::office
