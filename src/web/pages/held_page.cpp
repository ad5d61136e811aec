#include <algorithm>

#include "clerk/papers.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/field_words.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/readings_words.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;
using procedure::Field;

/// What is told of a field beside its value; neighbours of which the same is told share it.
struct Terms {
    std::string why;
    std::string readers;
    std::string until;

    bool operator==(const Terms&) const = default;
};

std::string why_words(const Field& field, const View& view, const OpenedMatter& opened) {
    if (field.purposes.empty()) return view.tongue.catalogue("held.why_step");
    std::vector<std::string> titles;
    for (const std::string& purpose : field.purposes) {
        const procedure::ActRule* act = opened.procedure.act(purpose);
        if (act != nullptr) titles.push_back(view.tongue.wording.of(act->title));
    }
    return view.tongue.catalogue.with("held.why", view.tongue.wording.list(titles));
}

std::string readers_words(const Field& field, const std::string& klass, const View& view) {
    const procedure::Pack& pack = view.office->rules->pack;
    std::vector<std::string> readers;
    for (const std::string& id : field.readers) {
        const procedure::Post* post = pack.post(id);
        if (post == nullptr) continue;
        readers.push_back(
            view.tongue.catalogue.with("by.post", view.tongue.wording.of(post->title), view.tongue.wording.body(post->of, pack)));
    }
    const Catalogue& say = view.tongue.catalogue;
    if (klass == "public") return say("held.readers_all");
    const std::string posts = readers.empty() ? say("held.readers_posts") : view.tongue.wording.list(readers);
    return say.with("held.readers_" + klass, posts);
}

std::string until_words(const record::SealedField& sealed, const Field& field, const View& view) {
    const auto& zone = view.office->rules->zone();
    // It ends at the midnight after the last day.
    if (sealed.erase_at)
        return view.tongue.catalogue.with("held.until", view.tongue.dates.day(zone.date({sealed.erase_at->ms - 1})));
    if (!field.keep) return view.tongue.catalogue("held.until_record");
    return view.tongue.catalogue.with("held.until_after", view.tongue.wording.term(field.keep->term));
}

/// The first words of what is held; that it is held where these are not for her.
std::string value_words(const record::SealedField& sealed, const Field& field, const View& view, bool is_hers) {
    constexpr std::size_t k_shown_chars = 80;
    if (!may_read(sealed, is_hers)) return view.tongue.catalogue("held.not_shown");
    const auto disclosed = record::open_disclosure(sealed.disclosure);
    if (!disclosed) return view.tongue.catalogue("held.not_shown");
    std::vector<std::string> names;
    for (const clerk::KeptPaper& paper : clerk::papers_in(disclosed->value)) names.push_back(paper.name);
    if (!names.empty()) return view.tongue.wording.list(names);
    return shortened(words_of(disclosed->value, field, view.tongue.wording), k_shown_chars);
}

/// The fields of one act; false when it holds none any more.
bool fill_fields(TemplateDictionary& row, const View& view, const OpenedMatter& opened, const record::StoredEntry& entry,
                 bool is_hers) {
    TemplateDictionary* group = nullptr;
    Terms told;
    for (const record::SealedField& sealed : entry.content) {
        const Field* field = field_of(opened.procedure, sealed.name);
        if (field == nullptr) continue;
        const Terms terms{why_words(*field, view, opened), readers_words(*field, sealed.klass, view),
                          until_words(sealed, *field, view)};
        if (group == nullptr || terms != told) {
            group = row.AddSectionDictionary("GROUP");
            group->SetValue("WHY", terms.why);
            group->SetValue("READERS", terms.readers);
            group->SetValue("UNTIL", terms.until);
            told = terms;
        }
        auto* line = group->AddSectionDictionary("FIELD");
        line->SetValue("LABEL", view.tongue.wording.of(field->title));
        line->SetValue("VALUE", value_words(sealed, *field, view, is_hers));
    }
    return group != nullptr;
}

void fill_acts(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const auto& zone = view.office->rules->zone();
    bool any = false;
    for (std::size_t i = 0; i < opened.entries.size(); ++i) {
        const auto frame = record::open_frame(opened.entries[i].frame);
        const procedure::ActRule* rule = frame ? opened.procedure.act(frame->act) : nullptr;
        if (rule == nullptr || rule->form.empty()) continue;
        auto* row = values.AddSectionDictionary("ACT");
        row->SetValue("TITLE_OF", view.tongue.wording.of(rule->title));
        row->SetValue("WHEN", view.tongue.dates.day(zone.date(frame->received_at)));
        if (!fill_fields(*row, view, opened, opened.entries[i], is_of(*frame, opened.party)))
            row->ShowSection(opened.records.at(i).empty() ? "ERASED" : "WORDS_THERE");
        any = true;
    }
    if (!any) values.ShowSection("NO_ACT");
}

std::string by_word(record::Actor::Kind kind) {
    switch (kind) {
        case record::Actor::Kind::resident: return "party";
        case record::Actor::Kind::post: return "post";
        case record::Actor::Kind::clock: return "clock";
        case record::Actor::Kind::operator_: return "operator";
    }
    HEARTH_CHECK(false);
    return {};
}

/// What the holder of the code may read of one act, as data.
base::Json act_as_data(const record::StoredEntry& entry, const record::Frame& frame, const std::string& elsewhere, const View& view,
                       const OpenedMatter& opened) {
    const bool is_hers = is_of(frame, opened.party);
    base::Json act{{"entry", entry.index},
                   {"record", elsewhere.empty() ? view.office->key.name : elsewhere},
                   {"act", frame.act},
                   {"by", is_hers ? "you" : by_word(frame.by.kind)},
                   {"received_at", base::to_rfc3339(frame.received_at)},
                   {"state", frame.to},
                   {"fields", base::Json::object()}};
    if (!frame.by.post.empty()) act["post"] = frame.by.post.text + "@" + frame.by.office.text;
    if (frame.due) act["due"] = frame.due->last_day;
    for (const record::SealedField& sealed : entry.content) {
        if (field_of(opened.procedure, sealed.name) == nullptr) continue;
        base::Json field{{"class", sealed.klass}};
        const auto disclosed = may_read(sealed, is_hers) ? record::open_disclosure(sealed.disclosure)
                                                         : base::Result<record::Disclosed>(base::Refusal{});
        if (disclosed) field["value"] = disclosed->value;
        if (sealed.erase_at) field["erased_at"] = base::to_rfc3339(*sealed.erase_at);
        if (!sealed.keep.empty()) field["kept"] = sealed.keep;
        act["fields"][sealed.name] = std::move(field);
    }
    return act;
}

base::Json readings_as_data(const View& view, base::MatterId matter) {
    base::Json readings = base::Json::array();
    if (view.office->people == nullptr) return readings;
    for (const auto& reading : view.office->people->readings_of(matter))
        readings.push_back({{"post", reading.post.text}, {"at", base::to_rfc3339(reading.at)}});
    return readings;
}

void fill_news(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    if (view.office->subscriptions == nullptr) return;
    if (const auto feed = view.office->subscriptions->feed_of(opened.matter.id, opened.party)) {
        values.ShowSection("FEED");
        values.SetValue("FEED_SINCE", view.tongue.dates.day(view.office->rules->zone().date(feed->since)));
    }
    const auto kept = view.office->subscriptions->of(opened.matter.id, opened.party);
    if (!kept) return;
    values.ShowSection("NEWS");
    values.SetValue("ADDRESS", kept->address);
}

}  // namespace

std::optional<http::Response> held_page(const View& view, std::string_view typed) {
    const auto found = find_by_code(view, typed);
    if (!found) return std::nullopt;
    TemplateDictionary values("held");
    fill_frame_of_code(values, view, view.tongue.catalogue("held.title"), found->code);
    values.SetValue("NUMBER", matter::number_of(found->opened.matter, view.office->profile.matter_prefix));
    fill_acts(values, view, found->opened);
    fill_readings(values, view, found->opened.matter.id);
    fill_news(values, view, found->opened);
    return private_page(view, "held_page.tpl", values, k_ok);
}

std::optional<http::Response> held_file(const View& view, std::string_view typed) {
    const auto found = find_by_code(view, typed);
    if (!found) return std::nullopt;
    const OpenedMatter& opened = found->opened;
    const std::string number = matter::number_of(opened.matter, view.office->profile.matter_prefix);
    base::Json acts = base::Json::array();
    for (std::size_t i = 0; i < opened.entries.size(); ++i) {
        const auto frame = record::open_frame(opened.entries[i].frame);
        if (frame) acts.push_back(act_as_data(opened.entries[i], *frame, opened.records.at(i), view, opened));
    }
    const base::Json matter{{"hearth_matter", 1},
                            {"number", number},
                            {"procedure", opened.procedure.id},
                            {"version", opened.matter.procedure_version},
                            {"state", opened.matter.state},
                            {"acts", std::move(acts)},
                            {"readings", readings_as_data(view, opened.matter.id)}};
    http::Response response;
    response.content_type = "application/json";
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"matter-" + number + ".json\"");
    response.body = http::body_of(matter.dump(2) + "\n");
    return response;
}

}  // namespace hearth::web::pages
