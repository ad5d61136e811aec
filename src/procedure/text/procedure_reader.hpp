#pragma once

#include "procedure/text/references.hpp"
#include "procedure/text/scope.hpp"

namespace hearth::procedure::text {

/// What the readers of one procedure share.
struct ProcedureScope : Scope {
    const Pack& pack;
    Procedure& procedure;
    References references = {};

    std::vector<std::string> maybe_list(Keys& keys, std::string_view key, References::To kind, const Words& also = {});
    std::string maybe_id(Keys& keys, std::string_view key, References::To kind, const Words& also = {});
    Recipients maybe_notices(Keys& keys);
    std::optional<Assisted> maybe_assisted(Keys& keys);
};

/// Reads one procedure of `pack`. Ids of other procedures are checked later, by `references.check`.
void read_procedure(const YamlNode& root, ProcedureScope& scope);

void read_forms(const YamlNode& node, ProcedureScope& scope);
void read_notices(const YamlNode& node, ProcedureScope& scope);
void read_states(const YamlNode& node, ProcedureScope& scope);
void read_acts(const YamlNode& node, ProcedureScope& scope);
/// After everything was read: `until` of terms names a field that exists, `publish.what` holds what a letter of the act prints.
void check_fields_named(ProcedureScope& scope);

}  // namespace hearth::procedure::text
