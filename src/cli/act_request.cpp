#include "cli/act_request.hpp"

#include <algorithm>
#include <charconv>
#include <exception>

#include "base/bytes.hpp"
#include "clerk/papers.hpp"
#include "clerk/receipt_code.hpp"
#include "office/entered_words.hpp"
#include "office/newer_text.hpp"
#include "store/paper_files.hpp"

namespace hearth::cli {

namespace {

using base::Reason;
using base::Refusal;
using base::Result;

Refusal malformed(const std::string& what, const std::string& detail) {
    return {Reason::malformed, "act/" + what, {.field = what}, detail};
}

Result<record::Actor> parse_post(const std::string& text, const base::OfficeId& here) {
    const std::size_t at = text.find('@');
    record::Actor actor;
    actor.kind = record::Actor::Kind::post;
    actor.post.text = text.substr(0, at);
    actor.office = at == std::string::npos ? here : base::OfficeId{text.substr(at + 1)};
    if (actor.post.empty() || actor.office.empty()) return malformed("as", text);
    return actor;
}

Result<base::Instant> parse_received(const std::string& text, const clerk::Clerk& clerk) {
    if (const auto day = base::parse_date(text)) return clerk.rules().zone().instant_of({*day, 0});
    auto instant = base::parse_rfc3339(text);
    if (!instant) return malformed("received", text);
    return *instant;
}

Result<std::optional<matter::Matter>> matter_meant(const ActRequest& request, const clerk::Clerk& clerk) {
    std::optional<matter::Matter> meant;
    if (!request.code.empty()) {
        HEARTH_TRY(code, clerk::parse_receipt_code(request.code));
        const auto row = clerk.store().matter_by_code(clerk::receipt_code_digest(code));
        if (row) meant = clerk.matter(row->id);
        if (!meant) return Refusal{Reason::not_found, "act/code", {.field = "code"}, {}};
    } else if (!request.matter.empty()) {
        HEARTH_TRY(id, parse_matter(request.matter));
        meant = clerk.matter(id);
        if (!meant) return Refusal{Reason::not_found, "act/matter", {.field = "matter"}, request.matter};
    }
    return meant;
}

const procedure::Procedure* procedure_meant(const ActRequest& request, const std::optional<matter::Matter>& meant,
                                            const procedure::Pack& pack) {
    if (meant && (request.procedure.empty() || request.procedure == meant->procedure.text))
        return pack.procedure(meant->procedure.text, meant->procedure_version);
    if (!request.procedure.empty()) return pack.procedure(request.procedure);
    const auto found = std::ranges::find_if(pack.procedures, [&](const auto& p) { return p.act(request.act) != nullptr; });
    return found == pack.procedures.end() ? nullptr : &*found;
}

/// Whose code it is; without a code who opened the matter.
base::PartyId party_meant(const ActRequest& request, const matter::Matter& meant) {
    const auto code = clerk::parse_receipt_code(request.code);
    return code ? matter::party_of_code(meant, clerk::receipt_code_digest(*code)) : meant.party;
}

bool is_of_resident(const procedure::Procedure& procedure, const std::string& act) {
    const procedure::ActRule* rule = procedure.act(act);
    return rule == nullptr ? act == office::k_take_newer || act == office::k_undo_entered
                           : rule->actor != procedure::ActorKind::post;
}

/// A post that enters a resident's act writes it down for her; every other act of a post is its own.
Result<base::Done> set_actor(const ActRequest& request, const std::optional<matter::Matter>& meant,
                             const procedure::Procedure& procedure, const clerk::Clerk& clerk, office::Command& command) {
    std::optional<record::Actor> post;
    if (!request.as.empty()) {
        HEARTH_TRY(parsed, parse_post(request.as, clerk.profile().id));
        post = parsed;
    }
    if (post && !is_of_resident(procedure, request.act)) {
        command.by = *post;
        return base::Done{};
    }
    command.by.kind = record::Actor::Kind::resident;
    if (meant) command.by.party = party_meant(request, *meant);
    command.entered_by = post;
    if (meant && request.code.empty() && !post) return malformed("as", {});
    return base::Done{};
}

office::Command of_operator(const ActRequest& request, const clerk::Clerk& clerk, base::Instant now) {
    office::Command command;
    command.by.kind = record::Actor::Kind::operator_;
    command.office = clerk.profile().id;
    command.act = request.act;
    command.fields = request.fields;
    command.received_at = now;
    return command;
}

base::Json to_json(const clerk::Acknowledged& told) {
    return {{"matter", told.matter.number},
            {"number", told.number},
            {"code", told.code},
            {"first", told.first},
            {"count", told.count},
            {"state", told.state},
            {"due_day", told.due_day},
            {"due_provisional", told.due_provisional},
            {"owner", told.owner.text},
            {"repeated", told.repeated},
            {"receipt", told.receipt}};
}

base::Json to_json(const Refusal& refusal) {
    return {
        {"reason", base::word(refusal.reason)}, {"rule", refusal.rule}, {"field", refusal.place.field}, {"detail", refusal.detail}};
}

base::Json to_json(const std::vector<ActRequest::Paper>& papers) {
    base::Json list = base::Json::array();
    for (const ActRequest::Paper& paper : papers)
        list.push_back({{"field", paper.field}, {"name", paper.name}, {"base64", base::base64(paper.bytes)}});
    return list;
}

Result<std::vector<ActRequest::Paper>> papers_from_json(const base::Json& list) {
    std::vector<ActRequest::Paper> papers;
    for (const base::Json& item : list) {
        const auto text = [&](const char* name) {
            return item.is_object() && item.contains(name) && item[name].is_string() ? item[name].get<std::string>()
                                                                                     : std::string();
        };
        HEARTH_TRY(bytes, base::from_base64(text("base64")));
        papers.push_back({text("field"), text("name"), std::move(bytes)});
    }
    return papers;
}

}  // namespace

Result<base::MatterId> parse_matter(const std::string& text) {
    const std::string digits = text.substr(text.rfind('-') == std::string::npos ? 0 : text.rfind('-') + 1);
    base::MatterId id;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id.number);
    if (error != std::errc{} || end != digits.data() + digits.size() || id.number < 1) return malformed("matter", text);
    return id;
}

base::Json to_json(const ActRequest& request) {
    return {{"office", request.office},       {"act", request.act},
            {"procedure", request.procedure}, {"matter", request.matter},
            {"code", request.code},           {"as", request.as},
            {"outcome", request.outcome},     {"channel", request.channel},
            {"evidence", request.evidence},   {"read_back", request.read_back},
            {"received", request.received},   {"key", request.key},
            {"fields", request.fields},       {"papers", to_json(request.papers)}};
}

Result<ActRequest> act_request_from_json(const base::Json& value) {
    const Refusal no{Reason::malformed, "act/request", {}, {}};
    if (!value.is_object() || !value.contains("act")) return no;
    ActRequest request;
    const std::map<std::string, std::string*> texts{
        {"office", &request.office},     {"act", &request.act},         {"procedure", &request.procedure},
        {"matter", &request.matter},     {"code", &request.code},       {"as", &request.as},
        {"outcome", &request.outcome},   {"channel", &request.channel}, {"evidence", &request.evidence},
        {"received", &request.received}, {"key", &request.key}};
    for (const auto& [name, member] : value.items()) {
        const auto text = texts.find(name);
        if (text != texts.end() && member.is_string()) {
            *text->second = member.get<std::string>();
        } else if (name == "read_back" && member.is_boolean()) {
            request.read_back = member.get<bool>();
        } else if (name == "fields" && member.is_object()) {
            request.fields = member.get<std::map<std::string, base::Json>>();
        } else if (name == "papers" && member.is_array()) {
            HEARTH_TRY(papers, papers_from_json(member));
            request.papers = std::move(papers);
        } else {
            return Refusal{Reason::malformed, "act/request", {.field = name.substr(0, 64)}, {}};
        }
    }
    return request;
}

Result<office::Command> command_of(const ActRequest& request, const clerk::Clerk& clerk, base::Instant now) {
    HEARTH_TRY(meant, matter_meant(request, clerk));
    const procedure::Procedure* procedure = procedure_meant(request, meant, clerk.rules().pack);
    if (procedure == nullptr) return of_operator(request, clerk, now);
    office::Command command;
    command.office = clerk.profile().id;
    command.procedure = {procedure->id};
    command.act = request.act;
    if (meant) command.matter = meant->id;
    HEARTH_TRY(acting, set_actor(request, meant, *procedure, clerk, command));
    command.fields = request.fields;
    command.outcome = request.outcome;
    command.evidence = request.evidence;
    command.read_back = request.read_back;
    if (!request.channel.empty()) command.channel = request.channel;
    command.received_at = now;
    if (!request.received.empty()) {
        HEARTH_TRY(received, parse_received(request.received, clerk));
        command.effective_from = received;
    }
    return command;
}

void submit_act(const ActRequest& request, office::Command command, clerk::Clerk& clerk, const std::filesystem::path& papers,
                std::move_only_function<void(clerk::Outcome)> done) {
    const store::PaperFiles files(papers);
    clerk::Ticket ticket{.account = "control", .key = request.key};
    std::vector<clerk::Paper> handed;
    for (const ActRequest::Paper& paper : request.papers) handed.push_back({paper.field, paper.name, paper.bytes});
    if (!handed.empty()) {
        const auto matter = command.matter ? clerk.matter(*command.matter) : std::nullopt;
        const int version = matter ? matter->procedure_version : 0;
        const auto added = clerk::add_papers(
            command, ticket, handed, clerk.rules(),
            [&files](std::string_view bytes) {
                store::SealedPaper kept = files.keep(bytes);
                return record::PaperKey{std::move(kept.digest), std::move(kept.key), 0, {}};
            },
            version);
        if (!added) return done(clerk::Answer(added.error()));
    }
    const std::vector<record::PaperKey> kept = ticket.papers;
    clerk.submit(std::move(command), ticket, [files, kept, done = std::move(done)](clerk::Outcome outcome) mutable {
        const bool is_named = outcome.broke() || (outcome.answer() && !outcome.answer()->repeated);
        for (const record::PaperKey& paper : kept) {
            if (!is_named) files.discard(paper.digest);
        }
        done(std::move(outcome));
    });
}

base::Json to_json(const clerk::Outcome& outcome) {
    try {
        if (outcome.answer()) return {{"acknowledged", to_json(*outcome.answer())}};
        return {{"refused", to_json(outcome.answer().error())}};
    } catch (const std::exception& fault) {
        return {{"fault", fault.what()}};
    }
}

}  // namespace hearth::cli
