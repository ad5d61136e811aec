#include "web/notices/hook_event.hpp"

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "matter/fold.hpp"
#include "record/leaf.hpp"
#include "record/merkle_tree.hpp"
#include "web/notices/public_acts.hpp"
#include "web/pages/addresses.hpp"

namespace hearth::web::notices {
namespace {

using base::Json;

const char* word_of(PublicAct::Kind kind) {
    switch (kind) {
        case PublicAct::Kind::publication: return "published";
        case PublicAct::Kind::rules: return "rules_changed";
        case PublicAct::Kind::key: return "key_rotated";
        case PublicAct::Kind::origin: return "origin_opened";
    }
    HEARTH_CHECK(false);
    return "";
}

/// The entries that published what this act takes back.
Json withdrawn_by(const OfficeSite& office, const record::Frame& frame, std::uint64_t entry) {
    Json withdrawn = Json::array();
    for (const char* taken_back : {"annuls", "undoes"}) {
        if (!frame.facts.contains(taken_back)) continue;
        const auto act = frame.facts[taken_back].get<std::string>();
        for (const record::StoredEntry& stored : office.store->entries_of(frame.matter)) {
            const auto earlier = record::open_frame(stored.frame);
            const bool is_meant = earlier && stored.index < entry && !matter::is_letter(*earlier) &&
                                  earlier->facts.contains("publishes") && earlier->act == act;
            if (is_meant) withdrawn.push_back(stored.index);
        }
    }
    return withdrawn;
}

void tell_of(Json& body, const OfficeSite& office, const record::Frame& frame, std::uint64_t entry) {
    if (matter::is_letter(frame)) return;
    if (frame.procedure.empty()) {
        if (const auto kind = kind_of_office_act(frame.act)) body["type"] = word_of(*kind);
        return;
    }
    if (frame.facts.contains("publishes")) {
        body["type"] = word_of(PublicAct::Kind::publication);
        body["until"] = frame.facts["publishes"].at("last_day");
        body["notice"] = pages::whole_address(office, "/notices/" + std::to_string(entry));
        return;
    }
    Json withdrawn = withdrawn_by(office, frame, entry);
    if (withdrawn.empty()) return;
    body["type"] = "withdrawn";
    body["withdraws"] = std::move(withdrawn);
}

}  // namespace

notice::HookEvent hook_event(const OfficeSite& office, std::uint64_t entry) {
    const auto stored = office.store->entries(entry, 1, false);
    const auto leaf = stored.empty() ? base::Result<record::Leaf>(base::Refusal{}) : record::parse_leaf(stored.front().leaf);
    if (!leaf) throw base::Fault("entry " + std::to_string(entry) + " of the record cannot be read");
    Json body{{"type", "act"},
              {"office", office.profile.id.text},
              {"record", office.key.name},
              {"entry", entry},
              {"date", base::to_string(leaf->date)},
              {"leaf", base::base64(base::view(record::leaf_hash(stored.front().leaf)))},
              {"checkpoint", office.record_url + "/checkpoint"}};
    if (const auto frame = record::open_frame(stored.front().frame)) tell_of(body, office, *frame, entry);
    return {office.key.name + "/" + std::to_string(entry), body.dump()};
}

}  // namespace hearth::web::notices
