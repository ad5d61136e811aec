#include "web/pages/addresses.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/promise.hpp"
#include "web/pages/qr.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

/// The act with which the matter came, as its page tells it.
void fill_first_act(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    if (opened.entries.empty()) return;
    const OpenedMatter first{opened.procedure, opened.matter, {opened.entries.front()}, {opened.records.front()}, opened.party};
    fill_timeline(values, view, first);
}

}  // namespace

std::optional<http::Response> receipt_page(const View& view, std::string_view typed, ReceiptPaper paper) {
    const auto found = find_by_code(view, typed);
    if (!found) return std::nullopt;
    const OpenedMatter& opened = found->opened;
    const bool is_slip = paper == ReceiptPaper::slip;
    TemplateDictionary values("receipt");
    fill_frame_of_code(values, view, view.tongue.catalogue(is_slip ? "receipt.slip" : "receipt.sheet"), found->code);
    values.ShowSection(is_slip ? "SLIP" : "SHEET");
    values.SetValue("NUMBER", matter::number_of(opened.matter, view.office->profile.matter_prefix));
    const auto& zone = view.office->rules->zone();
    const base::Instant received = opened.matter.received_at;
    values.SetValue("RECEIVED", view.tongue.dates.moment(base::civil_time(received, zone.offset_s(received))));
    fill_promise(values, view, opened);
    // The code is not in it: it would stand in histories and in logs of whoever is between.
    fill_qr(values, whole_address(*view.office, "/matter"));
    if (!is_slip) fill_first_act(values, view, opened);
    values.SetValue("RECORD_NAME", view.office->key.name);
    return private_page(view, "receipt_page.tpl", values, k_ok, {"print"});
}

}  // namespace hearth::web::pages
