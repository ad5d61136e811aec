#pragma once

#include <string>
#include <vector>

#include "store/roster_store.hpp"
#include "web/pages/view.hpp"

/// Pages for household representatives, and the slips on paper with which it begins.
namespace hearth::web::household {

/// Why the form came back.
enum class FormFault { none, missing, wrong, wait, trouble };

http::Response form_page(const pages::View& view, const std::string& label, FormFault fault);

/// What was established, for whoever holds the code of her own.
struct Established {
    const store::RosterStore::Proof& proof;
    std::string code;
    base::CivilDate today;
    bool is_told = false;  // her code, which she gets on this page
};
http::Response standing_page(const pages::View& view, const Established& established);

http::Response given_back_page(const pages::View& view, const std::string& label);

/// One code on paper.
struct Slip {
    std::string household;
    std::string representative;
    std::string code;
    base::CivilDate until;  // the last day of the code
};
/// A file that is printed on A4 and cut: one slip for each, in the language of the view. It refers to nothing outside itself. The
/// QR code holds the address of the page and no code, which would stand in histories and in logs of whoever is between.
std::string slips_file(const pages::View& view, const std::vector<Slip>& slips);

}  // namespace hearth::web::household
