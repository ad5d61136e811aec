#include "web/notices/board.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "record/merkle_tree.hpp"
#include "web/notices/notice_words.hpp"
#include "web/pages/addresses.hpp"
#include "web/pages/checkpoint_words.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/figure_words.hpp"
#include "web/pages/qr.hpp"

namespace hearth::web::notices {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;

/// As many notices as a sheet holds; the others are counted.
constexpr std::size_t k_on_board_max = 4;
constexpr std::size_t k_quarters = 2;

std::string link_of(const PublicAct& act, const View& view) { return view.home() + "/notices/" + std::to_string(act.entry); }

void fill_one(TemplateDictionary& values, const PublicAct& act, const View& view) {
    const NoticeWords words = words_of(act, view);
    values.SetValue("NOTICE_TITLE", words.title);
    values.SetValue("NOTICE_LINK", link_of(act, view));
    values.SetValue("POSTED", words.posted);
    if (!words.about.empty()) {
        values.ShowSection("ABOUT");
        values.SetValue("ABOUT_WORDS", words.about);
    }
}

void fill_board(TemplateDictionary& values, const View& view, const PublicActs::Told& told, base::Instant now) {
    std::size_t left = 0;
    std::size_t shown = 0;
    for (const PublicAct& act : told.acts) {
        if (!is_running(act, now)) continue;
        if (shown == k_on_board_max) {
            ++left;
            continue;
        }
        ++shown;
        fill_one(*values.AddSectionDictionary("RUNNING"), act, view);
    }
    values.ShowSection(shown == 0 ? "NONE_RUNNING" : "ANY_RUNNING");
    if (left == 0) return;
    values.ShowSection("MORE");
    values.SetValue("MORE_WORDS", view.tongue.catalogue.count("board.more", static_cast<std::int64_t>(left)));
}

void fill_parts(TemplateDictionary& values, const NoticeWords& words) {
    for (const NoticePart& part : words.parts) {
        auto* one = values.AddSectionDictionary("PART_OF");
        if (!part.label.empty()) one->ShowSection("LABELLED");
        one->SetValue("LABEL", part.label);
        one->SetValue("WORDS", part.words);
    }
    if (words.objecting.empty()) return;
    values.ShowSection("OBJECTING");
    values.SetValue("OBJECTING_WORDS", words.objecting);
    for (const std::string& route : words.routes) values.AddSectionDictionary("ROUTE")->SetValue("ROUTE_WORDS", route);
}

void fill_proof(TemplateDictionary& values, const View& view, const PublicAct& act) {
    const auto entry = view.office->store->entries(act.entry, 1, false);
    values.SetValue("ENTRY", std::to_string(act.entry));
    if (!entry.empty()) values.SetValue("LEAF_HASH", base::base64(base::view(record::leaf_hash(entry.front().leaf))));
    values.SetValue("RECORD_NAME", view.office->key.name);
    values.SetValue("VKEY", view.office->key.text());
}

}  // namespace

void fill_hours(TemplateDictionary& values, const View& view) {
    const std::string& hours = in(view.office->hours, view.language());
    if (!hours.empty()) {
        values.ShowSection("HOURS");
        values.SetValue("HOURS_WORDS", hours);
    }
    if (!view.office->receptions.empty()) values.ShowSection("RECEPTIONS");
    for (const Texts& reception : view.office->receptions)
        values.AddSectionDictionary("RECEPTION")->SetValue("RECEPTION_WORDS", in(reception, view.language()));
}

void fill_index(TemplateDictionary& values, const View& view, const PublicActs::Told& told) {
    values.ShowSection(told.acts.empty() ? "NO_NOTICES" : "NOTICES");
    for (const PublicAct& act : told.acts) fill_one(*values.AddSectionDictionary("NOTICE"), act, view);
}

http::Response board_page(const View& view, const PublicActs::Told& told) {
    const base::Instant now = view.site.clock->now();
    TemplateDictionary values("board");
    fill_frame(values, view, view.tongue.catalogue("board.title"), pages::Tab::home);
    pages::fill_back(values, view.home(), view.tongue.catalogue("board.back"));
    fill_index(values, view, told);
    fill_board(values, view, told, now);
    fill_hours(values, view);
    pages::fill_figures(values, view, k_quarters);
    pages::fill_checkpoint(values, view);
    values.SetValue("VKEY", view.office->key.text());
    values.SetValue("TODAY", view.tongue.dates.day(view.office->rules->zone().date(now)));
    pages::fill_qr(values, pages::whole_address(*view.office, "/notices"));
    return public_page(view, "board_page.tpl", values);
}

std::optional<http::Response> notice_page(const View& view, const PublicActs::Told& told, std::string_view entry) {
    const auto found = std::ranges::find_if(told.acts, [&](const PublicAct& act) { return std::to_string(act.entry) == entry; });
    if (found == told.acts.end()) return std::nullopt;
    const NoticeWords words = words_of(*found, view);
    TemplateDictionary values("notice");
    fill_frame(values, view, words.title, pages::Tab::home);
    pages::fill_back(values, view.home() + "/notices", view.tongue.catalogue("board.title"));
    fill_one(values, *found, view);
    fill_parts(values, words);
    fill_proof(values, view, *found);
    pages::fill_checkpoint(values, view);
    pages::fill_qr(values, pages::whole_address(*view.office, "/notices/" + std::to_string(found->entry)));
    return public_page(view, "notice_page.tpl", values);
}

}  // namespace hearth::web::notices
