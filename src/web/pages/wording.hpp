#pragma once

#include <string>

#include "web/catalogue.hpp"
#include "web/pages/dates.hpp"
#include "web/site.hpp"

/// What a procedure says, in the words of one language.
namespace hearth::web::pages {

/// "15 working days".
std::string term_words(const procedure::Term& term, const Catalogue& say);

class Wording {
public:
    Wording(const Site& site, const Catalogue& catalogue, const Dates& dates) : site_(site), catalogue_(catalogue), dates_(dates) {}

    [[nodiscard]] const Catalogue& say() const { return catalogue_; }
    [[nodiscard]] const Dates& dates() const { return dates_; }
    [[nodiscard]] std::string language() const { return std::string(catalogue_.language()); }
    [[nodiscard]] const std::string& of(const procedure::Text& text) const { return text.in(catalogue_.language()); }
    [[nodiscard]] std::string office(const base::OfficeId& id) const { return site_.title_of(id, catalogue_.language()); }

    [[nodiscard]] std::string term(const procedure::Term& term) const;  // "15 working days"
    [[nodiscard]] std::string body(const procedure::Body& body, const procedure::Pack& pack) const;
    [[nodiscard]] std::string owner(const procedure::State& state, const procedure::Pack& pack) const;
    /// "15 working days from receipt; may be extended once by 15, with reasons".
    [[nodiscard]] std::string deadline(const procedure::Deadline& deadline, const procedure::Procedure& procedure) const;
    /// What follows by itself when the day passes, as the text of the procedure says it.
    [[nodiscard]] std::string expiry(const procedure::State& state, const procedure::Procedure& procedure,
                                     const procedure::Pack& pack) const;
    [[nodiscard]] std::string appeal(const procedure::Appeal& appeal, const procedure::Procedure& procedure,
                                     const procedure::Pack& pack) const;
    /// A post by its title; one that the pack does not have, by its id.
    [[nodiscard]] std::string post(const base::PostId& id, const procedure::Pack& pack) const;
    /// A state, "start", "any_open" or "any_quiet" by its title.
    [[nodiscard]] std::string place_in(const std::string& state, const procedure::Procedure& procedure) const;
    /// Members joined as a list is spoken.
    [[nodiscard]] std::string list(const std::vector<std::string>& parts) const;

private:
    [[nodiscard]] std::string start(const std::string& word, const procedure::Procedure& procedure) const;

    const Site& site_;
    const Catalogue& catalogue_;
    const Dates& dates_;
};

}  // namespace hearth::web::pages
