#include "web/notices/atom.hpp"

#include "web/http/finish.hpp"
#include "web/notices/urn.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::notices {
namespace {

using ctemplate::TemplateDictionary;

void fill_entry(TemplateDictionary& values, const AtomEntry& entry, const std::string& language) {
    values.SetValue("ENTRY_ID", urn_of(entry.name + "/" + language));
    values.SetValue("ENTRY_TITLE", entry.title);
    values.SetValue("PUBLISHED", base::to_rfc3339(entry.published));
    values.SetValue("ENTRY_UPDATED", base::to_rfc3339(entry.updated));
    values.SetValue("LINK", entry.link);
    values.SetValue("CONTENT", entry.content);
}

}  // namespace

http::Response atom_answer(const pages::View& view, const AtomFeed& feed) {
    TemplateDictionary values("feed");
    values.SetValue("ID", urn_of(feed.name + "/" + view.language()));
    values.SetValue("TITLE", feed.title);
    values.SetValue("SUBTITLE", feed.subtitle);
    values.SetValue("UPDATED", base::to_rfc3339(feed.updated));
    values.SetValue("OFFICE", view.tongue.wording.office(view.office->profile.id));
    values.SetValue("SELF", feed.self);
    values.SetValue("ALTERNATE", feed.alternate);
    for (const AtomEntry& entry : feed.entries) fill_entry(*values.AddSectionDictionary("ENTRY"), entry, view.language());
    http::Response response;
    response.content_type = "application/atom+xml; charset=utf-8";
    response.headers.emplace_back("Content-Language", view.language());
    response.headers.emplace_back("Vary", "Accept-Language");
    response.body = http::body_of(view.tongue.templates.fill("atom_feed.tpl", values));
    response.etag = http::etag_of(*response.body);
    response.compress = true;
    return response;
}

}  // namespace hearth::web::notices
