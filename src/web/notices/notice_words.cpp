#include "web/notices/notice_words.hpp"

#include <algorithm>

#include "clerk/papers.hpp"
#include "record/disclosure.hpp"
#include "web/pages/field_words.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::notices {
namespace {

using pages::View;
using procedure::ActRule;
using procedure::Procedure;

NoticeWords words_of_office_act(const PublicAct& act, const View& view) {
    using enum PublicAct::Kind;
    const std::string id = act.kind == rules ? "notice.rules" : act.kind == key ? "notice.key" : "notice.origin";
    const Catalogue& say = view.tongue.catalogue;
    return {say(id), {}, {{{}, say(id + "_note")}}, {}, {}, say.with("notice.posted", view.tongue.dates.day(act.day))};
}

bool is_published(const ActRule& rule, const char* item) {
    return std::ranges::find(rule.publish->what, item) != rule.publish->what.end();
}

void add_outcome(NoticeWords& notice, const ActRule& rule, const record::Frame& frame, const View& view) {
    if (!is_published(rule, "outcome") || frame.outcome.empty()) return;
    notice.parts.push_back({view.tongue.catalogue("notice.outcome"), view.tongue.catalogue("outcome." + frame.outcome.front())});
}

/// Right 20: what is of class "public" was written by an office and is about no person.
void add_fields(NoticeWords& notice, const Procedure& procedure, const record::StoredEntry& entry, const View& view) {
    for (const record::SealedField& sealed : entry.content) {
        const procedure::Field* field = pages::field_of(procedure, sealed.name);
        if (field == nullptr || field->klass != procedure::FieldClass::open || sealed.klass != "public") continue;
        const auto disclosed = record::open_disclosure(sealed.disclosure);
        if (!disclosed || !clerk::papers_in(disclosed->value).empty()) continue;
        notice.parts.push_back(
            {view.tongue.wording.of(field->title), pages::words_of(disclosed->value, *field, view.tongue.wording)});
    }
}

void add_author(NoticeWords& notice, const ActRule& rule, const record::Frame& frame, const View& view) {
    const procedure::Post* post = view.office->rules->pack.post(frame.by.post.text);
    if (!is_published(rule, "author") || post == nullptr) return;
    notice.parts.push_back({view.tongue.catalogue("notice.author"), view.tongue.wording.of(post->title)});
}

/// Who looks into an objection: the owner of the state to which it leads.
void add_objecting(NoticeWords& notice, const Procedure& procedure, const std::string& last_day, const View& view) {
    const auto objects = std::ranges::find_if(procedure.acts, [](const ActRule& act) { return act.has_effect("objection"); });
    if (objects == procedure.acts.end()) return;
    const procedure::State* to = procedure.state(objects->to);
    if (to == nullptr) return;
    notice.objecting =
        view.tongue.catalogue.with("notice.object", last_day, view.tongue.wording.owner(*to, view.office->rules->pack));
    for (const Procedure::Route& route : procedure.other_routes) notice.routes.push_back(view.tongue.wording.of(route.title));
}

void add_what_was_published(NoticeWords& notice, const PublicAct& act, const Procedure& procedure, const std::string& last_day,
                            const View& view) {
    const ActRule* rule = procedure.act(act.act);
    const auto stored = view.office->store->entries(act.entry, 1, true);
    const auto frame = stored.empty() ? base::Result<record::Frame>(base::Refusal{}) : record::open_frame(stored.front().frame);
    if (rule == nullptr || !rule->publish || !frame) return;
    add_outcome(notice, *rule, *frame, view);
    add_fields(notice, procedure, stored.front(), view);
    add_author(notice, *rule, *frame, view);
    add_objecting(notice, procedure, last_day, view);
}

}  // namespace

NoticeWords words_of(const PublicAct& act, const View& view) {
    if (act.kind != PublicAct::Kind::publication) return words_of_office_act(act, view);
    const Catalogue& say = view.tongue.catalogue;
    const pages::Dates& dates = view.tongue.dates;
    const Procedure* procedure = view.office->rules->pack.procedure(act.procedure, act.version);
    const std::string title = procedure == nullptr ? act.act : pages::title_of_act(act.act, *procedure, view);
    NoticeWords notice;
    if (procedure != nullptr) notice.about = view.tongue.wording.of(procedure->title);
    if (act.withdrawn) {
        notice.title = say.with("notice.withdrawn", title);
        const std::string day = dates.day(view.office->rules->zone().date(*act.withdrawn));
        notice.parts.push_back({{}, say.with("notice.withdrawn_note", day)});
        notice.posted = say.with("notice.posted", dates.day(act.day));
        return notice;
    }
    notice.title = title;
    const auto last = base::parse_date(act.last_day);
    const std::string last_day = last ? dates.day(*last) : act.last_day;
    notice.posted = say.with("notice.posted_until", dates.day(act.day), last_day);
    if (procedure != nullptr) add_what_was_published(notice, act, *procedure, last_day, view);
    return notice;
}

std::string plain_text(const NoticeWords& notice, const Catalogue& say) {
    std::string text;
    const auto add = [&](const std::string& line) {
        if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
    };
    add(notice.about);
    for (const NoticePart& part : notice.parts) add(part.label.empty() ? part.words : part.label + say("page.colon") + part.words);
    add(notice.objecting);
    for (const std::string& route : notice.routes) add(route);
    add(notice.posted);
    return text;
}

}  // namespace hearth::web::notices
