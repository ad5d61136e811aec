#include "clerk/ceremony.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "clerk/checkpoint_file.hpp"
#include "clerk/draft.hpp"
#include "clerk/receipts.hpp"

namespace hearth::clerk {

namespace {

office::Office without_matters(record::Store& store, const Settings& settings) {
    office::Office office(settings.profile, settings.rules);
    const std::string state = store.office_state();
    if (state.empty() && store.size() > 0) throw base::Fault("the views were dropped and not filled again: run hearth rebuild");
    if (state.empty()) return office;
    if (const auto loaded = office.load(state); !loaded) {
        throw base::Fault("the state of the office cannot be read: " + to_string(loaded.error()));
    }
    return office;
}

std::string vkey_of(const std::string& origin, const base::Signer& key) {
    return record::VerifierKey{origin, record::VerifierKey::Type::note, key.public_key()}.text();
}

}  // namespace

void perform(Tools tools, const Settings& settings, const Signatory& signatory, Head::Trust trust, std::string_view act,
             base::Json facts) {
    const Head head(tools.store, signatory, trust);
    const office::Office office = without_matters(tools.store, settings);
    Draft draft(office, tools.store, tools.randomness, std::max(tools.clock.now(), office.last_recorded()), head.size(),
                signatory.origin);
    draft.add_office_act(act, {record::Actor::Kind::operator_, {}, {}, {}}, std::move(facts));
    record::Batch& batch = draft.finish();
    Grown grown = head.grow(batch.entries);
    batch.tiles = std::move(grown.tiles);
    batch.checkpoint = grown.checkpoint;
    tools.store.append(batch);
    if (!settings.checkpoint_file.empty()) replace_checkpoint_file(settings.checkpoint_file, grown.checkpoint);
}

base::Json opened_facts(const Settings& settings, const Signatory& signatory) {
    return {{"origin", signatory.origin},
            {"vkey", vkey_of(signatory.origin, *signatory.keys.back())},
            {"ruleset", settings.rules->digest}};
}

base::Json rotated_facts(const std::string& origin, const base::Signer& old_key, const base::Signer& new_key) {
    const std::string old_vkey = vkey_of(origin, old_key);
    const std::string new_vkey = vkey_of(origin, new_key);
    const std::string statement = "hearth-key-rotation@v1\n" + old_vkey + "\n" + new_vkey + "\n";
    return {{"old_vkey", old_vkey},
            {"new_vkey", new_vkey},
            {"signed_by_old", base::base64(old_key.sign(statement))},
            {"signed_by_new", base::base64(new_key.sign(statement))}};
}

base::Json new_origin_facts(const Settings& settings, const Signatory& signatory, const std::string& because,
                            const std::string& known, std::uint64_t held) {
    base::Json facts = opened_facts(settings, signatory);
    facts["because"] = because;
    facts["old_checkpoint"] = known;
    const std::uint64_t seen = size_of_checkpoint(known);
    facts["held"] = held;
    if (seen > held) facts["missing"] = {{"first", held}, {"count", seen - held}};
    return facts;
}

std::string ruleset_named(record::Store& store, const Settings& settings) { return without_matters(store, settings).ruleset(); }

}  // namespace hearth::clerk
