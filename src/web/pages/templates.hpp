#pragma once

#include <memory>
#include <string>

#include "web/catalogue.hpp"

namespace ctemplate {
class TemplateCache;
class TemplateDictionary;
}  // namespace ctemplate

/// The templates of one language, out of the program itself. When they are read, "[[id]]" becomes the sentence of the catalogue
/// (escaped; it may hold variables of the template) and "[[>file]]" another template, in which "{lang}" is "en" or "zh"; so a page
/// costs no look-ups of sentences. Every value is escaped for the place where it stands (ctemplate's AUTOESCAPE).
namespace hearth::web::pages {

class Templates {
public:
    explicit Templates(const Catalogue& catalogue);
    ~Templates();
    Templates(Templates&&) noexcept;
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;
    Templates& operator=(Templates&&) = delete;

    [[nodiscard]] std::string fill(const std::string& name, const ctemplate::TemplateDictionary& values) const;

private:
    std::unique_ptr<ctemplate::TemplateCache> cache_;
};

/// The source of a template with sentences and inclusions put in. A sentence that is missing breaks the start, not a page.
std::string template_source(std::string_view name, const Catalogue& catalogue);

/// "en" or "zh": the language as it stands in addresses.
std::string_view address_of(std::string_view language);

}  // namespace hearth::web::pages
