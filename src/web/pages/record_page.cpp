
#include "web/pages/checkpoint_words.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/public_pages.hpp"

namespace hearth::web::pages {

http::Response record_page(const View& view) {
    ctemplate::TemplateDictionary values("record");
    fill_frame(values, view, view.tongue.catalogue("nav.record"), Tab::record);
    fill_checkpoint(values, view);
    values.SetValue("VKEY", view.office->key.text());
    values.SetValue("ID", view.office->profile.id.text);
    values.SetValue("RECORD_URL", view.office->record_url);
    return public_page(view, "record_page.tpl", values);
}

}  // namespace hearth::web::pages
