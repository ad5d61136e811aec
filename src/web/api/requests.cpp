#include "web/api/requests.hpp"

#include <algorithm>

#include "clerk/papers.hpp"
#include "web/api/answers.hpp"
#include "web/http/multipart.hpp"

namespace hearth::web::api {
namespace {

using base::Json;
using base::Reason;
using base::Refusal;

constexpr const char* k_procedure = "request";
constexpr std::size_t k_key_chars_max = 200;
constexpr std::string_view k_json = "application/json";
constexpr std::string_view k_request_part = "request";

/// The act by which a resident opens a matter of this procedure.
const procedure::ActRule* opening_act(const procedure::Procedure& procedure) {
    const auto opens = [](const procedure::ActRule& act) { return act.actor == procedure::ActorKind::resident && act.opens(); };
    const auto found = std::ranges::find_if(procedure.acts, opens);
    return found == procedure.acts.end() ? nullptr : &*found;
}

const procedure::Field* field_of(const procedure::Form* form, const std::string& id) {
    if (form == nullptr) return nullptr;
    const auto found = std::ranges::find(form->fields, id, &procedure::Field::id);
    return found == form->fields.end() ? nullptr : &*found;
}

/// Takes the text member `name` out of `json`; `fallback` when it is absent.
base::Result<std::string> take_text(Json& json, const char* name, const char* fallback) {
    const auto found = json.find(name);
    if (found == json.end()) {
        if (fallback == nullptr) return Refusal{Reason::malformed, "office/missing_field", {.field = name}};
        return std::string(fallback);
    }
    if (!found->is_string()) return Refusal{Reason::malformed, "office/field_text", {.field = name}};
    std::string text = found->get<std::string>();
    json.erase(found);
    return text;
}

std::vector<Refusal> faults_of(const Json& json, const procedure::Form* form) {
    std::vector<Refusal> faults;
    for (const auto& [id, value] : json.items()) {
        const procedure::Field* field = field_of(form, id);
        constexpr std::size_t k_shown_max = 64;
        if (field == nullptr) {
            faults.push_back({Reason::malformed, "office/unknown_field", {.field = id.substr(0, k_shown_max)}});
        } else if (const auto checked = office::check_field(*field, value); !checked) {
            faults.push_back(checked.error());
        }
    }
    return faults;
}

Json acknowledged(const clerk::Acknowledged& done) {
    return {{"number", done.number},
            {"code", done.code},
            {"receipt", done.receipt},
            {"due", done.due_day},
            {"due_provisional", done.due_provisional},
            {"owner", done.owner.text}};
}

/// Visible ASCII, so that a key is the same bytes whichever way it came.
bool is_key(std::string_view key) {
    return key.size() <= k_key_chars_max && std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7f'; });
}

Refusal broken_form(const char* rule, std::string field) { return {Reason::malformed, rule, {.field = std::move(field)}}; }

/// The JSON of a request and the papers beside it.
struct Handed {
    std::string_view json;
    std::vector<clerk::Paper> papers;
};

base::Result<Handed> handed_in_form(std::string_view body, const std::string& boundary) {
    HEARTH_TRY(parts, http::parts_in(body, boundary, 1 + clerk::k_papers_max));
    Handed handed;
    for (http::Part& part : parts) {
        if (part.name == k_request_part && part.file_name.empty() && handed.json.empty()) {
            handed.json = part.bytes;
        } else if (part.file_name.empty()) {
            return broken_form("web/part", part.name);
        } else {
            handed.papers.push_back({std::move(part.name), std::move(part.file_name), part.bytes});
        }
    }
    return handed;
}

/// What came of a request, as it is answered.
http::Response answer_to(const clerk::Outcome& outcome, const Site& site) {
    if (outcome.broke()) {
        try {
            (void)outcome.answer();
        } catch (const std::exception& fault) {
            site.log_fault(fault.what());
        }
        return json_answer(k_unavailable, {{"reason", "fault"}, {"rule", "web/try_again"}});
    }
    const clerk::Answer& answer = outcome.answer();
    return answer ? json_answer(k_created, acknowledged(*answer)) : refused({answer.error()});
}

}  // namespace

std::variant<RequestToOpen, std::vector<Refusal>> read_request(const Site& site, std::string_view body) {
    auto json = base::parse_json(body);
    if (!json) return std::vector{json.error()};
    if (!json->is_object()) return std::vector{Refusal{Reason::malformed, "web/not_an_object"}};
    const auto office_id = take_text(*json, "office", nullptr);
    if (!office_id) return std::vector{office_id.error()};
    const OfficeSite* office = site.office(*office_id);
    const procedure::Procedure* procedure = office == nullptr ? nullptr : office->rules->pack.procedure(k_procedure);
    const procedure::ActRule* act = procedure == nullptr ? nullptr : opening_act(*procedure);
    if (act == nullptr) return std::vector{Refusal{Reason::not_found, "web/office", {.field = "office"}}};
    const auto channel = take_text(*json, "channel", "web");
    if (!channel) return std::vector{channel.error()};
    if (auto faults = faults_of(*json, procedure->form(act->form)); !faults.empty()) return faults;

    RequestToOpen opened{office, {}, {}};
    opened.command.by.kind = record::Actor::Kind::resident;
    opened.command.office = office->profile.id;
    opened.command.procedure = base::ProcedureId{procedure->id};
    opened.command.act = act->id;
    opened.command.channel = *channel;
    for (const auto& [id, value] : json->items()) opened.command.fields.emplace(id, value);
    return opened;
}

std::variant<RequestToOpen, std::vector<Refusal>> read_request_with_papers(const Site& site, std::string_view body,
                                                                           const std::string& boundary) {
    const auto handed = handed_in_form(body, boundary);
    if (!handed) return std::vector{handed.error()};
    auto read = read_request(site, handed->json);
    if (auto* opened = std::get_if<RequestToOpen>(&read)) opened->papers = handed->papers;
    return read;
}

void open_request(const Site& site, const http::Request& request, http::Respond respond) {
    const base::Instant received_at = site.clock->now();
    const std::string boundary = http::boundary_in(request.header("content-type"));
    if (boundary.empty() && !request.header("content-type").starts_with(k_json)) {
        respond(json_answer(k_unsupported_type, {{"reason", "malformed"}, {"rule", "web/content_type"}}));
        return;
    }
    if (request.cut) return respond(json_answer(k_too_large, {{"reason", "limit_exceeded"}, {"rule", "web/upload"}}));
    const std::string_view key = request.header("idempotency-key");
    if (!is_key(key)) {
        respond(refused({{Reason::malformed, "web/idempotency_key", {.field = "Idempotency-Key"}}}));
        return;
    }
    auto read = boundary.empty() ? read_request(site, request.body) : read_request_with_papers(site, request.body, boundary);
    if (const auto* faults = std::get_if<std::vector<Refusal>>(&read)) {
        respond(refused(*faults));
        return;
    }
    auto& [office, command, papers] = std::get<RequestToOpen>(read);
    command.received_at = received_at;
    clerk::Ticket ticket{"api", std::string(key)};
    if (!papers.empty()) {
        if (!office->papers) return respond(refused({{Reason::not_permitted, "web/no_papers"}}));
        const auto added = clerk::add_papers(command, ticket, papers, *office->rules, [office](std::string_view bytes) {
            store::SealedPaper kept = office->papers->keep(bytes);
            return record::PaperKey{std::move(kept.digest), std::move(kept.key), 0, {}};
        });
        if (!added) return respond(refused({added.error()}));
    }
    const std::vector<record::PaperKey> kept = ticket.papers;
    office->submit(std::move(command), ticket,
                   [&site, office, kept, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
                       take_back_unnamed(*office, outcome, kept);
                       respond(answer_to(outcome, site));
                   });
}

}  // namespace hearth::web::api
