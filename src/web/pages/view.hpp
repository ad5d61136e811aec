#pragma once

#include <string>
#include <string_view>

#include "web/http_status.hpp"
#include "web/pages/dates.hpp"
#include "web/pages/templates.hpp"
#include "web/pages/wording.hpp"
#include "web/site.hpp"

/// What every page is drawn from: a language, a site, an office, and the frame round the page.
namespace hearth::web::pages {

/// One language with all that speaks it. Stays where it was made.
struct Tongue {
    Tongue(const Site& site, std::string_view language);
    Tongue(const Tongue&) = delete;
    Tongue& operator=(const Tongue&) = delete;

    Catalogue catalogue;
    Dates dates;
    Templates templates;
    Wording wording;
};

struct View {
    const Site& site;
    const Tongue& tongue;
    const OfficeSite* office = nullptr;  // none: a page of the installation
    std::string path;                    // of this page, without its language: "/o/village/record"

    [[nodiscard]] std::string language() const { return tongue.wording.language(); }
    /// "/en/o/village": where the links of the office begin.
    [[nodiscard]] std::string home() const;
    /// The same for another page of the office: `below` is "/matter".
    [[nodiscard]] View at(const std::string& below) const;
};

/// Which of the places of the navigation a page belongs to.
enum class Tab { none, home, raise, matter, rules, record, desk };

/// The values of top.tpl and bottom.tpl, with the switch to the same page in the other language.
void fill_frame(ctemplate::TemplateDictionary& values, const View& view, const std::string& title, Tab tab);
/// The same for a page that a code opened: the switch sends the code again, so that it never stands in an address.
void fill_frame_of_code(ctemplate::TemplateDictionary& values, const View& view, const std::string& title, const std::string& code);
/// The same for a page with a form that is being filled in (its id is "form"): the switch takes along what was typed. `enter` is
/// what the form sends as "go" when the Enter key is pressed in it, which browsers take from its first button on the page: without
/// a button of its own that would be the switch.
void fill_frame_of_form(ctemplate::TemplateDictionary& values, const View& view, const std::string& title, Tab tab,
                        const std::string& enter);
void fill_back(ctemplate::TemplateDictionary& values, const std::string& to, const std::string& words);

/// A script that a page names by its file, "print", and that its policy lets run.
struct Script {
    std::string_view name;
};

/// A page that anyone may see and caches may ask again about.
http::Response public_page(const View& view, const std::string& name, const ctemplate::TemplateDictionary& values);
/// A page that nobody but its reader may keep.
http::Response private_page(const View& view, const std::string& name, const ctemplate::TemplateDictionary& values, Status status);
/// The same with a script.
http::Response private_page(const View& view, const std::string& name, ctemplate::TemplateDictionary& values, Status status,
                            Script script);

/// What stands behind the address of the style sheet, so that a new one is fetched and an old one may be kept.
const std::string& style_version();

}  // namespace hearth::web::pages
