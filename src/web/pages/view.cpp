#include "web/pages/view.hpp"
#include "web/pages/dictionary.hpp"

#include <algorithm>

#include "web/assets.hpp"
#include "web/http/finish.hpp"
#include "web/pages/script_file.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

/// "0555-010 0148" as a telephone dials it.
std::string dialled(const std::string& telephone) {
    std::string digits;
    std::ranges::copy_if(telephone, std::back_inserter(digits), [](char c) { return c == '+' || (c >= '0' && c <= '9'); });
    return digits;
}

void fill_contact(TemplateDictionary& values, const View& view) {
    const std::string& place = in(view.office->place, view.language());
    const std::string& telephone = view.office->telephone;
    if (!place.empty() || !telephone.empty()) values.ShowSection("CONTACT");
    if (!place.empty()) values.ShowSection("PLACE");
    if (!telephone.empty()) values.ShowSection("TELEPHONE");
    values.SetValue("PLACE_WORDS", place);
    values.SetValue("TELEPHONE_WORDS", telephone);
    values.SetValue("TELEPHONE_DIGITS", dialled(telephone));
}

void fill_office(TemplateDictionary& values, const View& view, Tab tab) {
    values.SetValue("OFFICE", view.tongue.wording.office(view.office->profile.id));
    values.SetValue("HOME", view.home());
    values.ShowSection("NAV");
    if (tab == Tab::home) values.ShowSection("AT_HOME");
    if (tab == Tab::raise) values.ShowSection("AT_RAISE");
    if (tab == Tab::matter) values.ShowSection("AT_MATTER");
    if (tab == Tab::rules) values.ShowSection("AT_RULES");
    if (tab == Tab::record) values.ShowSection("AT_RECORD");
    const auto& above = view.office->profile.above;
    if (!above.empty()) {
        values.ShowSection("ABOVE");
        values.SetValue("ABOVE_NAMES", view.tongue.wording.office(above.front()));
    }
    fill_contact(values, view);
}

void fill_common(TemplateDictionary& values, const View& view, const std::string& title, Tab tab) {
    const std::string root = "/" + std::string(address_of(view.language())) + "/";
    values.SetValue("TITLE", title);
    values.SetValue("STYLE", style_version());
    values.SetValue("ROOT", root);
    values.SetValue("PATH", view.path);
    if (view.office != nullptr) {
        fill_office(values, view, tab);
    } else {
        values.SetValue("OFFICE", view.tongue.catalogue("page.brand"));
        values.SetValue("HOME", root);
    }
}

http::Response html(const View& view, const std::string& name, const TemplateDictionary& values) {
    http::Response response;
    response.content_type = "text/html; charset=utf-8";
    response.headers.emplace_back("Content-Language", view.language());
    response.headers.emplace_back("Vary", "Accept-Language");
    response.body = http::body_of(view.tongue.templates.fill(name, values));
    response.compress = true;
    return response;
}

}  // namespace

Tongue::Tongue(const Site& site, std::string_view language)
    : catalogue(language), dates(catalogue), templates(catalogue), wording(site, catalogue, dates) {}

std::string View::home() const { return "/" + std::string(address_of(language())) + "/o/" + office->profile.id.text; }

View View::at(const std::string& below) const { return {site, tongue, office, "/o/" + office->profile.id.text + below}; }

void fill_frame(TemplateDictionary& values, const View& view, const std::string& title, Tab tab) {
    fill_common(values, view, title, tab);
    values.ShowSection("SWITCH");
}

void fill_frame_of_code(TemplateDictionary& values, const View& view, const std::string& title, const std::string& code) {
    fill_common(values, view, title, Tab::matter);
    values.ShowSection("SWITCH_MATTER");
    values.SetValue("CODE", code);
}

void fill_frame_of_form(TemplateDictionary& values, const View& view, const std::string& title, Tab tab, const std::string& enter) {
    fill_common(values, view, title, tab);
    values.ShowSection("SWITCH_FORM");
    values.SetValue("ENTER", enter);
}

void fill_back(TemplateDictionary& values, const std::string& to, const std::string& words) {
    values.ShowSection("BACK");
    values.SetValue("BACK_TO", to);
    values.SetValue("BACK_WORDS", words);
}

http::Response public_page(const View& view, const std::string& name, const TemplateDictionary& values) {
    http::Response response = html(view, name, values);
    response.cache_control = "no-cache";
    response.etag = http::etag_of(*response.body);
    return response;
}

http::Response private_page(const View& view, const std::string& name, const TemplateDictionary& values, Status status) {
    http::Response response = html(view, name, values);
    response.status = status;
    return response;
}

http::Response private_page(const View& view, const std::string& name, TemplateDictionary& values, Status status, Script script) {
    values.ShowSection("SCRIPT");
    values.SetValue("SCRIPT_NAME", std::string(script.name));
    values.SetValue("SCRIPT_VERSION", script_version(script.name));
    http::Response response = private_page(view, name, values, status);
    http::allow_scripts(response);
    return response;
}

const std::string& style_version() {
    static const std::string version = [] {
        const std::string tag = http::etag_of(asset("hearth.css"));
        constexpr std::size_t k_enough = 8;
        return tag.substr(1, k_enough);
    }();
    return version;
}

}  // namespace hearth::web::pages
