#include "cli/erase_request.hpp"

#include <algorithm>

#include "cli/act_request.hpp"
#include "cli/housekeeping.hpp"
#include "store/subscription_store.hpp"

namespace hearth::cli {

namespace {

constexpr std::size_t k_ground_max = 64;

/// A word as a catalogue has it. It can never be erased, so nothing that could hold a name is let in.
bool is_ground(const std::string& ground) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
    return !ground.empty() && ground.size() <= k_ground_max && std::ranges::all_of(ground, fits);
}

std::vector<record::Erasure> content_of(const std::vector<record::StoredEntry>& entries, const std::string& field) {
    std::vector<record::Erasure> what;
    for (const record::StoredEntry& entry : entries) {
        for (const record::SealedField& sealed : entry.content) {
            if (field.empty() || sealed.name == field) what.push_back({entry.index, sealed.name});
        }
    }
    return what;
}

base::Refusal refused(base::Reason reason, const char* rule, const std::string& field) {
    return {reason, rule, {.field = field}, {}};
}

}  // namespace

base::Json to_json(const EraseRequest& request) {
    return {{"office", request.office}, {"matter", request.matter}, {"field", request.field}, {"ground", request.ground}};
}

base::Result<EraseRequest> erase_request_from_json(const base::Json& value) {
    if (!value.is_object()) return refused(base::Reason::malformed, "erase/request", "");
    for (const char* member : {"office", "matter", "field", "ground"}) {
        if (!value.contains(member) || !value[member].is_string()) return refused(base::Reason::malformed, "erase/request", member);
    }
    return EraseRequest{value["office"], value["matter"], value["field"], value["ground"]};
}

clerk::Outcome erase(const EraseRequest& request, clerk::Clerk& clerk, const OfficePaths& paths, base::Instant now) {
    const auto id = parse_matter(request.matter);
    if (!id) return {clerk::Answer(id.error())};
    if (!is_ground(request.ground)) return {clerk::Answer(refused(base::Reason::malformed, "erase/ground", "ground"))};
    const auto entries = clerk.store().entries_of(*id);
    const auto what = content_of(entries, request.field);
    if (what.empty()) return {clerk::Answer(refused(base::Reason::not_found, "erase/content", request.field))};
    clerk::Outcome outcome = clerk.erase_and_wait({.what = what, .ground = request.ground});
    if (outcome.broke() || !outcome.answer()) return outcome;
    if (request.field.empty()) store::SubscriptionStore(paths.people()).end_all(*id);
    keep_house(paths, clerk.store(), now);
    return outcome;
}

}  // namespace hearth::cli
