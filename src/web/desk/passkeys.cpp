#include "web/desk/passkeys.hpp"

#include "base/bytes.hpp"
#include "store/sign_in_store.hpp"
#include "web/desk/room.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {

using ctemplate::TemplateDictionary;
using pages::View;
using Passkey = store::SignInStore::Passkey;

std::string purpose_of_sign_in(const View& view) { return view.office->profile.id.text + "/sign-in"; }

std::string purpose_of_making(const Visit& visit) {
    return visit.view.office->profile.id.text + "/make/" + visit.session.account.text + "/" + visit.session.form_token;
}

http::Response new_passkey_page(const Visit& visit, const std::string& name, const PasskeyOffer& offer) {
    TemplateDictionary values("passkey");
    fill_desk_frame(values, visit.on(visit.view.at("/desk/account")), visit.view.tongue.catalogue("passkey.add"));
    values.SetValue("NAME", name);
    values.SetValue("RP", offer.party.id);
    values.SetValue("CHALLENGE", base::base64url(offer.challenge));
    values.SetValue("HOLDER", base::base64url(visit.session.account.text));
    std::string others;
    for (const Passkey& passkey : visit.view.office->people->sign_in().passkeys(visit.session.account))
        others += (others.empty() ? "" : " ") + base::base64url(passkey.credential);
    values.SetValue("OTHERS", others);
    return private_page(visit.view, "passkey_page.tpl", values, k_ok, {"passkey"});
}

}  // namespace hearth::web::desk
