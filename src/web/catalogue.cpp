#include "web/catalogue.hpp"

#include <boost/locale/gnu_gettext.hpp>

#include "base/check.hpp"
#include "web/assets.hpp"

namespace hearth::web {
namespace {

using Messages = boost::locale::message_format<char>;

/// Owned by the locale that it is given to.
Messages* messages(const std::string& language) {
    namespace gettext = boost::locale::gnu_gettext;
    gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.domains.emplace_back("hearth");
    info.paths.emplace_back("");
    info.callback = [language](const std::string&, const std::string&) {
        const std::string_view bytes = asset((language == k_chinese ? "zh_Hans" : language) + ".mo");
        return std::vector<char>(bytes.begin(), bytes.end());
    };
    return gettext::create_messages_facet<char>(info);
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

struct Catalogue::Facet {
    explicit Facet(const std::string& language)
        : keeper(std::locale::classic(), messages(language)), sentences(&std::use_facet<Messages>(keeper)) {}

    std::locale keeper;  // facets are freed by locales only
    const Messages* sentences;
};

Catalogue::Catalogue(std::string_view language) : language_(language), facet_(std::make_unique<Facet>(language_)) {
    HEARTH_CHECK(!asset(language_ == k_chinese ? "zh_Hans.mo" : "en.mo").empty());
}

Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;

const char* Catalogue::find(const char* id) const { return facet_->sentences->get(0, nullptr, id); }

std::string Catalogue::operator()(std::string_view id) const {
    const std::string key(id);
    const char* sentence = find(key.c_str());
    return sentence == nullptr ? key : sentence;
}

std::string Catalogue::with(std::string_view id, std::string_view zero, std::string_view one) const {
    std::string sentence = (*this)(id);
    replace_all(sentence, "{0}", zero);
    replace_all(sentence, "{1}", one);
    return sentence;
}

std::string Catalogue::count(std::string_view id, std::int64_t count) const {
    const std::string key(id);
    const char* sentence = facet_->sentences->get(0, nullptr, key.c_str(), static_cast<int>(count));
    std::string text = sentence == nullptr ? key : sentence;
    replace_all(text, "{0}", std::to_string(count));
    return text;
}

}  // namespace hearth::web
