#include "web/pages/timeline.hpp"
#include "web/pages/dictionary.hpp"

#include <algorithm>
#include <array>

#include "base/bytes.hpp"
#include "clerk/papers.hpp"
#include "matter/fold.hpp"
#include "office/conflict.hpp"
#include "office/custody.hpp"
#include "office/entered_words.hpp"
#include "office/newer_text.hpp"
#include "office/transition.hpp"
#include "record/disclosure.hpp"
#include "record/merkle_tree.hpp"
#include "web/pages/custody_words.hpp"
#include "web/pages/field_words.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

/// Steps that every procedure knows; the catalogue has their names.
constexpr std::array k_own_steps = {office::k_expired,          office::k_no_news,         office::k_extend,
                                    office::k_declare_conflict, office::k_take_newer,      office::k_undo_entered,
                                    office::k_slip_answered,    office::k_checkpoint_stale};

std::string title_of(const record::Frame& frame, const View& view, const procedure::Procedure& procedure) {
    return matter::is_letter(frame) ? letter_title(frame, view) : title_of_act(frame.act, procedure, view);
}

std::string author_of(const record::Frame& frame, const View& view, const OpenedMatter& opened, const Reader& reader) {
    const Wording& words = view.tongue.wording;
    switch (frame.by.kind) {
        case record::Actor::Kind::resident:
            return words.say()(!reader.is_holder() ? "by.resident" : is_of(frame, opened.party) ? "by.you" : "by.party");
        case record::Actor::Kind::clock: return words.say()("by.clock");
        case record::Actor::Kind::operator_: return words.say()("by.operator");
        case record::Actor::Kind::post:
            return words.say().with(frame.facts.contains("deputy") ? "by.deputy" : "by.post",
                                    words.post(frame.by.post, view.office->rules->pack), words.office(frame.by.office));
    }
    HEARTH_CHECK(false);
    return {};
}

std::string by_words(const record::Frame& frame, const View& view, const OpenedMatter& opened, const Reader& reader) {
    std::string by = author_of(frame, view, opened, reader);
    const auto channel = frame.facts.find("channel");
    if (channel != frame.facts.end() && channel->is_string()) by += view.tongue.catalogue("channel." + channel->get<std::string>());
    return by;
}

/// What was written, or a button for each paper that can be fetched here.
void fill_value(TemplateDictionary& line, const View& view, const procedure::Field& field, const base::Json& value,
                const std::string& record) {
    const auto papers = clerk::papers_in(value);
    const bool is_here = keeper_of_papers(view, record) != nullptr;
    for (const clerk::KeptPaper& paper : papers) {
        auto* button = line.AddSectionDictionary(is_here ? "PAPER" : "PAPER_THERE");
        button->SetValue("PAPER_FILE", paper.file);
        button->SetValue("PAPER_NAME", paper.name);
        button->SetValue("PAPER_SIZE", size_words(paper.bytes));
    }
    if (!papers.empty()) return;
    line.ShowSection("WRITTEN");
    line.SetValue("VALUE", words_of(value, field, view.tongue.wording));
}

bool is_named(const procedure::Field& field, const std::vector<std::string>& posts) {
    return field.readers.empty() || std::ranges::find_first_of(field.readers, posts) != field.readers.end();
}

/// Whether the field may be read only once the identity of the matter was opened, and it was not.
bool is_still_sealed(const procedure::Field& field, const OpenedMatter& opened) {
    const auto unseals = [&](const std::string& act) {
        const procedure::ActRule* rule = opened.procedure.act(act);
        return rule != nullptr && rule->has_effect("unseal");
    };
    if (field.purposes.empty() || !std::ranges::all_of(field.purposes, unseals)) return false;
    return std::ranges::none_of(field.purposes, [&](const std::string& act) { return opened.matter.counts.contains(act); });
}

/// Shows what may be read; false when nothing is left of it.
bool fill_fields(TemplateDictionary& row, const View& view, const OpenedMatter& opened, const record::StoredEntry& entry,
                 const Reader& reader, bool is_hers, const std::string& record) {
    bool any = false;
    for (const record::SealedField& sealed : entry.content) {
        const procedure::Field* field = field_of(opened.procedure, sealed.name);
        if (field == nullptr) continue;
        const auto value = value_for(reader, sealed, opened, is_hers);
        if (!value) continue;
        auto* line = row.AddSectionDictionary("FIELD");
        line->SetValue("LABEL", view.tongue.wording.of(field->title));
        fill_value(*line, view, *field, *value, record);
        any = true;
    }
    return any;
}

/// `elsewhere`: the record in which the act stands, when that is not ours.
void fill_act(TemplateDictionary& row, const View& view, const OpenedMatter& opened, const record::StoredEntry& entry,
              const record::Frame& frame, const Reader& reader, const std::string& elsewhere) {
    const Wording& words = view.tongue.wording;
    const procedure::ZoneRules& zone = view.office->rules->zone();
    const base::Instant when = frame.effective_from.value_or(frame.received_at);
    row.SetValue("WHEN", words.dates().moment(base::civil_time(when, zone.offset_s(when))));
    row.SetValue("TITLE_OF", title_of(frame, view, opened.procedure));
    row.SetValue("BY", by_words(frame, view, opened, reader));
    if (!frame.outcome.empty()) {
        row.ShowSection("OUTCOME");
        row.SetValue("OUTCOME_WORD", words.say()("outcome." + frame.outcome.front()));
    }
    const bool is_hers = is_of(frame, opened.party);
    const procedure::ActRule* rule = opened.procedure.act(frame.act);
    const bool shown = fill_fields(row, view, opened, entry, reader, is_hers, elsewhere);
    const bool had_words = reader.is_holder() && rule != nullptr && !rule->form.empty() && !frame.imported;
    if (!shown && had_words) row.ShowSection(elsewhere.empty() ? "ERASED" : "WORDS_THERE");
    if (frame.due) {
        const auto last_day = base::parse_date(frame.due->last_day);
        row.ShowSection("TERM_SET");
        const std::string day = last_day ? words.dates().day(*last_day) : frame.due->last_day;
        row.SetValue("DUE_WORDS",
                     words.say().with(frame.due->provisional ? "matter.term_set_provisionally" : "matter.term_set", day));
    }
    row.SetValue("ENTRY", std::to_string(entry.index) + (elsewhere.empty() ? "" : " (" + elsewhere + ")"));
    row.SetValue("LEAF_HASH", base::base64(base::view(record::leaf_hash(entry.leaf))));
}

}  // namespace

std::string title_of_act(const std::string& act, const procedure::Procedure& procedure, const View& view) {
    if (const procedure::ActRule* rule = procedure.act(act)) return view.tongue.wording.of(rule->title);
    const bool is_own_step = std::ranges::find(k_own_steps, act) != k_own_steps.end();
    return view.tongue.catalogue(is_own_step ? "act." + act : "act.other");
}

const procedure::Field* field_of(const procedure::Procedure& procedure, std::string_view name) {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return nullptr;
    const procedure::Form* form = procedure.form(name.substr(0, dot));
    if (form == nullptr) return nullptr;
    const auto found = std::ranges::find(form->fields, name.substr(dot + 1), &procedure::Field::id);
    return found == form->fields.end() ? nullptr : &*found;
}

std::optional<base::Json> value_for(const Reader& reader, const record::SealedField& sealed, const OpenedMatter& opened,
                                    bool is_hers) {
    const procedure::Field* field = field_of(opened.procedure, sealed.name);
    if (field == nullptr) return std::nullopt;
    if (reader.is_holder() ? !may_read(sealed, is_hers) : !is_named(*field, reader.posts)) return std::nullopt;
    const auto disclosed = record::open_disclosure(sealed.disclosure);
    if (!disclosed) return std::nullopt;
    if (reader.is_holder() || field->klass != procedure::FieldClass::sealed) return disclosed->value;
    if (is_still_sealed(*field, opened) || !reader.unseal) return disclosed->value;
    const auto plain = reader.unseal(disclosed->value);
    return plain ? plain : disclosed->value;
}

const OfficeSite* keeper_of_papers(const View& view, const std::string& record) {
    if (record.empty()) return view.office->papers ? view.office : nullptr;
    const auto found = std::ranges::find(view.site.offices, record, &OfficeSite::origin);
    return found == view.site.offices.end() || !found->papers ? nullptr : &*found;
}

bool is_of(const record::Frame& frame, const base::PartyId& party) {
    return frame.by.kind == record::Actor::Kind::resident && frame.by.party == party;
}

bool may_read(const record::SealedField& field, bool is_hers) {
    return is_hers || field.klass == "public" || field.klass == "parties";
}

void fill_timeline(TemplateDictionary& values, const View& view, const OpenedMatter& opened, const Reader& reader) {
    for (std::size_t i = opened.entries.size(); i-- > 0;) {
        const auto frame = record::open_frame(opened.entries[i].frame);
        if (!frame) continue;  // an entry that another program wrote; verifying tells of it, a page need not break
        fill_act(*values.AddSectionDictionary("ACT"), view, opened, opened.entries[i], *frame, reader, opened.records.at(i));
    }
}

std::string first_words(const OpenedMatter& opened, const Reader& reader) {
    constexpr std::size_t k_heading_chars = 60;
    if (opened.entries.empty()) return {};
    for (const char* type : {"text", "points", "long_text"}) {
        for (const record::SealedField& sealed : opened.entries.front().content) {
            const procedure::Field* field = field_of(opened.procedure, sealed.name);
            const bool is_anothers = reader.is_holder() && opened.party != opened.matter.party && !may_read(sealed, false);
            if (field == nullptr || field->type != type || is_anothers || !(reader.is_holder() || is_named(*field, reader.posts)))
                continue;
            const auto disclosed = record::open_disclosure(sealed.disclosure);
            if (!disclosed) continue;
            const base::Json& value =
                disclosed->value.is_array() && !disclosed->value.empty() ? disclosed->value.front() : disclosed->value;
            if (value.is_string()) return shortened(value.get<std::string>(), k_heading_chars);
        }
    }
    return {};
}

}  // namespace hearth::web::pages
