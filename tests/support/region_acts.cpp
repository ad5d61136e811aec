#include "tests/support/region_acts.hpp"

#include "office/fields.hpp"

namespace hearth::tests {

namespace {

using base::Json;

Json sample(const procedure::Field& field, const procedure::Procedure& procedure, int points, const std::string& to) {
    if (field.type == "points") return {"The culvert at the school is broken", "Say by when it is mended"};
    if (field.type == "reasons") return std::vector<std::string>(static_cast<std::size_t>(points), "It is ours to mend.");
    if (field.type == "evidence") return Json::array({"Visit of the place"});
    if (field.type == "rules") return Json::array({procedure.basis.front().text});
    if (field.type == "body") return to;
    return "It fell in on Monday morning.";
}

std::map<std::string, Json> fields_of(const procedure::Procedure& procedure, const procedure::ActRule& rule, int points,
                                      const std::string& to) {
    std::map<std::string, Json> fields;
    const procedure::Form* form = procedure.form(rule.form);
    if (form == nullptr) return fields;
    for (const procedure::Field& field : form->fields) {
        if (office::is_required(field, *form) || field.type == "body") fields[field.id] = sample(field, procedure, points, to);
    }
    return fields;
}

}  // namespace

std::string RegionActs::raise(const std::string& office) {
    const procedure::Procedure& procedure = *region_.clerk(office).rules().pack.procedure(procedure_);
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.office = {office};
    command.procedure = {procedure_};
    command.act = procedure.acts.front().id;
    command.fields = fields_of(procedure, procedure.acts.front(), 0, office);
    command.received_at = region_.now();
    const auto outcome = region_.clerk(office).submit_and_wait(command);
    return outcome.answer() ? outcome.answer()->code : to_string(outcome.answer().error());
}

clerk::Outcome RegionActs::act(const std::string& office, const std::string& code, const std::string& who, const std::string& act,
                               const std::string& outcome, const std::string& to) {
    const auto matter = region_.matter(office, code);
    if (!matter) return clerk::Answer(base::Refusal{base::Reason::not_found, "test/matter"});
    const procedure::Procedure& procedure = *region_.clerk(office).rules().pack.procedure(matter->procedure.text);
    const procedure::ActRule* rule = procedure.act(act);
    office::Command command;
    command.office = {office};
    command.procedure = matter->procedure;
    command.act = act;
    command.matter = matter->id;
    command.outcome = outcome;
    command.received_at = region_.now();
    if (rule != nullptr) command.fields = fields_of(procedure, *rule, matter->points, to);
    const std::size_t at = who.find('@');
    if (at == std::string::npos) {
        command.by = {record::Actor::Kind::resident, matter->party, {}, {}};
    } else {
        command.by = {record::Actor::Kind::post, {}, {who.substr(0, at)}, {who.substr(at + 1)}};
    }
    return region_.clerk(office).submit_and_wait(command);
}

base::Instant on(const std::string& day, int hour) {
    return base::instant_of({*base::parse_date(day), hour * 3'600'000}, 8 * 3600);
}

}  // namespace hearth::tests
