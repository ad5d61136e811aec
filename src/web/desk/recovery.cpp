#include "web/desk/recovery.hpp"

#include "web/desk/account.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using Recovery = store::SignInStore::Recovery;

std::string login_of(const Visit& visit, const people::AccountId& id) {
    if (id.empty()) return visit.view.tongue.catalogue("recovery.operator");
    const auto account = visit.view.office->people->account(id);
    return account ? account->login : id.text;
}

void fill_recovery(TemplateDictionary& row, const Visit& visit, const Recovery& recovery) {
    row.SetValue("WHOSE", login_of(visit, recovery.account));
    row.SetValue("WHOSE_ID", recovery.account.text);
    row.SetValue("BEGUN", visit.view.tongue.catalogue.with("recovery.begun", login_of(visit, recovery.begun_by),
                                                           moment_of(visit, recovery.begun)));
}

}  // namespace

void fill_recovered(TemplateDictionary& values, const Visit& visit) {
    const auto last = visit.view.office->people->sign_in().recovered(visit.session.account);
    if (!last) return;
    TemplateDictionary* section = values.AddSectionDictionary("RECOVERED");
    const Catalogue& say = visit.view.tongue.catalogue;
    const std::string two = say.with("recovery.two", login_of(visit, last->recovery.begun_by), login_of(visit, last->confirmed_by));
    section->SetValue("RECOVERED_WORDS", say.with("recovery.was", moment_of(visit, last->at), two));
}

void fill_recoveries(TemplateDictionary& values, const Visit& visit) {
    fill_recovered(values, visit);
    if (!visit.posts.empty()) values.ShowSection("MAY_RECOVER");
    for (const Recovery& recovery : visit.view.office->people->sign_in().recoveries(visit.now)) {
        const bool is_hers = recovery.account == visit.session.account;
        const bool is_begun_by_her = recovery.begun_by == visit.session.account;
        const char* section = is_hers ? "HERS" : is_begun_by_her ? "BEGUN_BY_ME" : "TO_CONFIRM";
        fill_recovery(*values.AddSectionDictionary(section), visit, recovery);
    }
}

std::optional<Recovery> to_confirm(const Visit& visit, const people::AccountId& account) {
    if (account == visit.session.account || visit.posts.empty()) return std::nullopt;
    for (const Recovery& recovery : visit.view.office->people->sign_in().recoveries(visit.now))
        if (recovery.account == account && recovery.begun_by != visit.session.account) return recovery;
    return std::nullopt;
}

http::Response recovered_page(const Visit& visit, const std::string& login, const std::string& password) {
    TemplateDictionary values("recovered");
    fill_desk_frame(values, visit.on(visit.view.at("/desk/account")), visit.view.tongue.catalogue("recovery.done"));
    values.SetValue("WHOSE", login);
    values.SetValue("PASSWORD", password);
    return private_page(visit.view, "recovered_page.tpl", values, k_ok);
}

}  // namespace hearth::web::desk
