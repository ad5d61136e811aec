#include "office/permission.hpp"

#include <algorithm>

#include "office/bodies.hpp"
#include "office/entered_words.hpp"
#include "office/parties.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;
using Kind = record::Actor::Kind;
using procedure::ActorKind;

Refusal not_permitted(std::string rule, std::string field, std::string detail = {}) {
    return {Reason::not_permitted, std::move(rule), {.field = std::move(field)}, std::move(detail)};
}

/// History is brought in by the operator alone, and the operator does nothing else in a matter.
Result<Done> is_importer(const Command& command) {
    if (command.by.kind == Kind::operator_) return Done{};
    return not_permitted("office/import", "by");
}

Result<Done> is_entered_by(const std::string& post, const Command& command) {
    if (!command.entered_by || command.entered_by->kind != Kind::post || command.entered_by->post.text != post) {
        return not_permitted("office/entered_by", "entered_by", post);
    }
    return Done{};
}

/// A word of a person that somebody else wrote down: evidence of the list, and an enterer outside the body that owes the answer.
Result<Done> is_assisted(const procedure::Procedure& procedure, const procedure::ActRule& rule, const Command& command) {
    if (command.channel == "web" && !command.entered_by) return Done{};
    const procedure::Assisted* assisted = assisted_of(procedure, rule);
    if (assisted == nullptr) return not_permitted("office/channel", "channel", command.channel);
    HEARTH_TRY(entered, is_entered_by(assisted->by, command));
    const auto& list = assisted->evidence;
    if (std::find(list.begin(), list.end(), command.evidence) == list.end())
        return not_permitted("office/evidence", "evidence", command.evidence);
    return Done{};
}

/// Who opened the matter, or one of its parties where any of them may act.
bool is_person_of(const procedure::ActRule& rule, const matter::Matter& matter, const Command& command) {
    if (command.by.kind != Kind::resident || command.by.party.empty()) return false;
    if (rule.actor == ActorKind::resident) return command.by.party == matter.party;
    const auto all = parties_of(matter);
    return std::find(all.begin(), all.end(), command.by.party) != all.end();
}

}  // namespace

Result<Done> is_post(const Office& office, const matter::Matter& matter, const std::string& id, const Command& command) {
    const procedure::Post* post = office.rules().pack.post(id);
    if (post == nullptr) return not_permitted("office/post", "by", id);
    const base::OfficeId needed = office_of(post->of, matter.handling, office, barred_in(matter));
    const bool is_it = command.by.kind == Kind::post && command.by.post.text == id && command.by.office == needed;
    if (!is_it) return not_permitted("office/actor", "by", id + "@" + needed.text);
    return Done{};
}

Result<Done> may_open(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                      const Command& command) {
    if (command.imported) return is_importer(command);
    if (rule.actor == ActorKind::post) {
        matter::Matter fresh;
        fresh.handling = office.profile().id;
        return is_post(office, fresh, rule.post, command);
    }
    if (command.by.kind != Kind::resident) return not_permitted("office/actor", "by", "resident");
    if (command.office != office.profile().id) return not_permitted("office/office", "office");
    const auto& all = procedure.channels;
    const auto channel = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.id == command.channel; });
    if (channel == all.end()) return not_permitted("office/channel", "channel", command.channel);
    if (channel->entered_by.empty()) return Done{};
    HEARTH_TRY(entered, is_entered_by(channel->entered_by, command));
    if (channel->read_back && !command.read_back) return not_permitted("office/read_back", "read_back");
    return Done{};
}

Result<Done> may_act(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                     const matter::Matter& matter, const Command& command) {
    if (command.imported) {
        HEARTH_TRY(importer, is_importer(command));
        if (!matter.imported) return not_permitted("office/import", "matter");
        return Done{};
    }
    if (is_cosigner(office, rule, matter, command)) return Done{};
    if (rule.actor == ActorKind::post) return is_post(office, matter, rule.post, command);
    if (!is_person_of(rule, matter, command))
        return not_permitted("office/actor", "by", rule.actor == ActorKind::resident ? "resident" : "party");
    return is_assisted(procedure, rule, command);
}

}  // namespace hearth::office
