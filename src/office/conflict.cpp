#include "office/conflict.hpp"

#include <algorithm>
#include <array>

#include "office/bodies.hpp"
#include "office/fields.hpp"
#include "office/frames.hpp"
#include "office/standing_aside.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

constexpr std::array k_declared = {"party", "near_relative", "interested"};
constexpr int k_kept_years = 5;

Result<Done> check_ground(const procedure::Procedure& procedure, const Command& command) {
    HEARTH_TRY(filled, check_fields(&conflict_form(), command.fields, false));
    const auto grounds = declared_grounds(procedure);
    const auto said = command.fields.find("ground");
    const std::string ground = said == command.fields.end() ? std::string() : said->second.get<std::string>();
    if (std::ranges::find(grounds, ground) != grounds.end()) return Done{};
    std::string may_be;
    for (const std::string& one : grounds) may_be += (may_be.empty() ? "" : ", ") + one;
    return Refusal{Reason::malformed, "office/ground", {.field = "ground"}, may_be};
}

/// Whether the office has nobody left who leads the matter on.
bool leaves_nobody(const Office& office, const procedure::Procedure& procedure, const matter::Matter& matter,
                   const Command& command) {
    const auto leading = leading_posts(office, procedure, matter, command.by.office);
    if (!leading.contains(command.by.post.text)) return false;
    return command.account.empty() ? leading.size() == 1 : command.alone;
}

/// The office is passed over in this matter from here on; what it owes now, the next one owes.
void pass_over(const Office& office, const procedure::Procedure& procedure, const matter::Matter& matter, record::Frame& frame) {
    const base::OfficeId& here = frame.by.office;
    frame.facts["passed_over"] = here.text;
    const procedure::State* state = procedure.state(matter.state);
    if (state == nullptr || matter.owner != here) return;
    Barred barred = barred_in(matter);
    barred.passed_over.push_back(here);
    frame.owner = owner_of(*state, matter.handling, office, barred);
}

}  // namespace

const procedure::Form& conflict_form() {
    static const procedure::Form form = [] {
        procedure::Field ground;
        ground.id = "ground";
        ground.type = "choice";
        ground.klass = procedure::FieldClass::body;
        for (const char* word : k_declared) ground.options.emplace_back(word, procedure::Text{});
        ground.keep = procedure::Keep{{k_kept_years, procedure::Unit::years}, procedure::KeepFrom::closed, true};
        procedure::Form made;
        made.id = "conflict";
        made.fields.push_back(std::move(ground));
        return made;
    }();
    return form;
}

std::vector<std::string> declared_grounds(const procedure::Procedure& procedure) {
    std::vector<std::string> grounds;
    for (const char* word : k_declared)
        if (std::ranges::find(procedure.stand_aside, word) != procedure.stand_aside.end()) grounds.emplace_back(word);
    return grounds;
}

std::set<std::string> leading_posts(const Office& office, const procedure::Procedure& procedure, const matter::Matter& matter,
                                    const base::OfficeId& of) {
    std::set<std::string> posts;
    for (const procedure::ActRule& act : procedure.acts) {
        const procedure::Post* post = act.to == "same" ? nullptr : office.rules().pack.post(act.post);
        if (post != nullptr && office_of(post->of, matter.handling, office, barred_in(matter)) == of) posts.insert(act.post);
    }
    return posts;
}

Result<std::vector<record::Act>> decide_conflict(const Office& office, const procedure::Procedure& procedure,
                                                 const matter::Matter& matter, const Command& command, base::Instant now) {
    if (command.by.kind != record::Actor::Kind::post || command.imported || command.entered_by)
        return Refusal{Reason::not_permitted, "office/actor", {.field = "by"}, "post"};
    if (office.rules().pack.post(command.by.post.text) == nullptr)
        return Refusal{Reason::not_permitted, "office/post", {.field = "by"}, command.by.post.text};
    if (is_aside(matter, command.by, command.account))
        return Refusal{Reason::out_of_order, "office/aside_already", {.field = "by"}};
    if (command.seen && *command.seen != matter.acts)
        return Refusal{Reason::conflict, procedure.id + "/" + command.act, {}, matter.last_act + " -> " + matter.state};
    HEARTH_TRY(grounded, check_ground(procedure, command));
    record::Frame frame = frame_of(office, procedure, command, now);
    frame.matter = matter.id;
    stay(matter, frame);
    frame.facts["aside"] = hand_of(command.by, command.account);
    if (leaves_nobody(office, procedure, matter, command)) pass_over(office, procedure, matter, frame);
    auto content = content_of(&conflict_form(), command, matter.received_at, office.rules());
    return std::vector{sealed_off(office, command, std::move(frame), std::move(content))};
}

}  // namespace hearth::office
