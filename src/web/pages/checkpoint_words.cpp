#include "web/pages/checkpoint_words.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::pages {
namespace {

/// Line `number` of a text, counted from 0.
std::string_view line(std::string_view text, int number) {
    for (; number > 0; --number) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

}  // namespace

void fill_checkpoint(ctemplate::TemplateDictionary& values, const View& view) {
    const std::string checkpoint = view.office->served_checkpoint();
    values.ShowSection(checkpoint.empty() ? "EMPTY" : "FILLED");
    values.SetValue("SIZE", checkpoint.empty() ? "0" : std::string(line(checkpoint, 1)));
    values.SetValue("ROOT_HASH", std::string(line(checkpoint, 2)));
    values.SetValue("CHECKPOINT", checkpoint);
    const auto& witnesses = view.office->witnesses;
    values.SetValue("WITNESSES",
                    witnesses.empty() ? view.tongue.catalogue("record.no_witness") : view.tongue.wording.list(witnesses));
}

}  // namespace hearth::web::pages
