#include "web/desk/changes.hpp"

#include "store/sign_in_store.hpp"
#include "web/desk/account.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using Change = store::SignInStore::Change;

const char* id_of(Change::What what) {
    switch (what) {
        case Change::What::password: return "changed.password";
        case Change::What::passkey_added: return "changed.passkey_added";
        case Change::What::passkey_removed: return "changed.passkey_removed";
        case Change::What::one_time_codes: return "changed.one_time_codes";
        case Change::What::identity_linked: return "changed.identity_linked";
        case Change::What::identity_unlinked: return "changed.identity_unlinked";
        case Change::What::recovered: return "changed.recovered";
    }
    return "changed.password";
}

void fill_change(TemplateDictionary& values, const Visit& visit, const Change& change) {
    TemplateDictionary* row = values.AddSectionDictionary("CHANGE");
    row->SetValue("CHANGED_WHAT", visit.view.tongue.catalogue(id_of(change.what)));
    row->SetValue("CHANGED_AT", moment_of(visit, change.at));
}

}  // namespace

void fill_changes(TemplateDictionary& values, const Visit& visit) {
    const auto changes = visit.view.office->people->sign_in().changes(visit.session.account, visit.now);
    values.ShowSection(changes.empty() ? "NO_CHANGE" : "CHANGES");
    for (const Change& change : changes) fill_change(values, visit, change);
}

void fill_recent_changes(TemplateDictionary& values, const Visit& visit) {
    constexpr std::int64_t k_told_ms = std::int64_t{7} * 86'400'000;
    for (const Change& change : visit.view.office->people->sign_in().changes(visit.session.account, visit.now)) {
        if (change.at >= visit.session.began || change.at.ms <= visit.now.ms - k_told_ms) continue;
        values.ShowSection("CHANGES");
        fill_change(values, visit, change);
    }
}

}  // namespace hearth::web::desk
