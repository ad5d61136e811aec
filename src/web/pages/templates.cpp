#include "web/pages/templates.hpp"

#include <cstring>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>

#include "base/check.hpp"
#include "base/fault.hpp"
#include "web/assets.hpp"

namespace hearth::web::pages {
namespace {

constexpr std::string_view k_escape_page = "{{%AUTOESCAPE context=\"HTML\"}}";
constexpr std::string_view k_escape_feed = "{{%AUTOESCAPE context=\"XML\"}}";

std::string escaped(std::string_view sentence) {
    std::string html;
    for (const char c : sentence) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            default: html += c;
        }
    }
    return html;
}

std::string included(std::string name, const Catalogue& catalogue) {
    constexpr std::string_view k_language = "{lang}";
    if (const auto at = name.find(k_language); at != std::string::npos) {
        name.replace(at, k_language.size(), address_of(catalogue.language()));
    }
    return template_source(name, catalogue);
}

std::string sentence(const std::string& id, const Catalogue& catalogue) {
    const char* found = catalogue.find(id.c_str());
    if (found == nullptr) throw base::Fault("the catalogue of " + std::string(catalogue.language()) + " has no " + id);
    return escaped(found);
}

}  // namespace

std::string_view address_of(std::string_view language) { return language == k_chinese ? "zh" : "en"; }

std::string template_source(std::string_view name, const Catalogue& catalogue) {
    std::string_view rest = asset(name);
    if (rest.empty()) throw base::Fault("there is no template " + std::string(name));
    if (rest.ends_with('\n')) rest.remove_suffix(1);
    std::string source;
    for (auto open = rest.find("[["); open != std::string_view::npos; open = rest.find("[[")) {
        const auto close = rest.find("]]", open);
        HEARTH_CHECK(close != std::string_view::npos);
        const std::string id(rest.substr(open + 2, close - open - 2));
        source += rest.substr(0, open);
        source += id.starts_with('>') ? included(id.substr(1), catalogue) : sentence(id, catalogue);
        rest.remove_prefix(close + 2);
    }
    source += rest;
    return source;
}

Templates::Templates(const Catalogue& catalogue) : cache_(std::make_unique<ctemplate::TemplateCache>()) {
    for (const Asset& one : assets()) {
        const bool is_feed = one.name.ends_with("_feed.tpl");
        if (!is_feed && !one.name.ends_with("_page.tpl")) continue;
        const std::string source = std::string(is_feed ? k_escape_feed : k_escape_page) + template_source(one.name, catalogue);
        if (!cache_->StringToTemplateCache(std::string(one.name), source, ctemplate::STRIP_BLANK_LINES)) {
            throw base::Fault("template " + std::string(one.name) + " is broken");
        }
    }
    cache_->Freeze();
}

Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;

std::string Templates::fill(const std::string& name, const ctemplate::TemplateDictionary& values) const {
    std::string page;
    const bool filled = cache_->ExpandNoLoad(name, ctemplate::STRIP_BLANK_LINES, &values, nullptr, &page);
    HEARTH_CHECK(filled);
    return page;
}

}  // namespace hearth::web::pages
