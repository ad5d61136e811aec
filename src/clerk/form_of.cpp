#include "clerk/form_of.hpp"

namespace hearth::clerk {

const procedure::Form* form_of(const office::Command& command, const procedure::Ruleset& rules, int version) {
    const procedure::Procedure* procedure = rules.pack.procedure(command.procedure.text, version);
    const procedure::ActRule* act = procedure == nullptr ? nullptr : procedure->act(command.act);
    return act == nullptr ? nullptr : procedure->form(act->form);
}

}  // namespace hearth::clerk
