#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "procedure/model.hpp"

namespace hearth::web::forms {

/// An act by which a person opens a matter.
struct WayIn {
    const procedure::Procedure* procedure = nullptr;
    const procedure::ActRule* act = nullptr;

    [[nodiscard]] const procedure::Form* form() const { return procedure->form(act->form); }
};

/// In the order of the pack; parts have none.
std::vector<WayIn> ways_into(const procedure::Pack& pack);
std::optional<WayIn> way_into(const procedure::Pack& pack, std::string_view procedure, std::string_view act);

}  // namespace hearth::web::forms
