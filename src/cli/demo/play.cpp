#include "cli/demo/play.hpp"

#include <algorithm>
#include <mutex>

#include "base/fault.hpp"

namespace hearth::cli::demo {
namespace {

using base::Json;

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::string_view k_opening = "submit";

/// The office that a body is for an office of this profile.
base::OfficeId office_of(const procedure::Body& body, const office::OfficeProfile& profile, const procedure::Pack& pack) {
    if (body.root != procedure::k_handling_body) return {body.root};
    if (body.height == 0) return profile.id;
    const auto height = static_cast<std::size_t>(body.height);
    return height <= profile.above.size() ? profile.above[height - 1] : base::OfficeId{pack.above_top.root};
}

record::Actor actor_of(const procedure::ActRule& rule, const clerk::Clerk& clerk, const matter::Matter* matter) {
    if (rule.actor != procedure::ActorKind::post)
        return {record::Actor::Kind::resident, matter == nullptr ? base::PartyId{} : matter->party, {}, {}};
    const procedure::Pack& pack = clerk.rules().pack;
    const procedure::Post* post = pack.post(rule.post);
    HEARTH_CHECK(post != nullptr);
    return {record::Actor::Kind::post, {}, {post->id}, office_of(post->of, clerk.profile(), pack)};
}

/// What people write into one field; null: they leave it empty.
Json value_for(const procedure::Field& field, const Topic& topic, const OtherAnswer* other, const procedure::Procedure& procedure) {
    if (field.type == "points") return topic.points;
    if (field.type == "choice") return topic.kind;
    if (field.type == "place") return topic.place;
    if (field.type == "facts") return other == nullptr ? topic.facts : other->facts;
    if (field.type == "evidence") return other == nullptr ? topic.evidence : other->evidence;
    if (field.type == "rules") return Json::array({procedure.basis.front().text});
    if (field.type == "reasons")
        return other == nullptr ? topic.reasons : std::vector<std::string>(topic.points.size(), other->reason);
    if (field.type == "long_text") return field.id == "words" ? topic.words : topic.account;
    return nullptr;
}

const OtherAnswer* other_answer(const procedure::ActRule& rule, const Town& town, const Topic& topic) {
    if (rule.form == "elsewhere") return &town.elsewhere.at(topic.language);
    const bool says_yes = rule.outcome.empty() || rule.outcome.front() == "supported" || rule.outcome.front() == "annulled";
    return says_yes && rule.id != "intend" && rule.id != "intend_late" ? nullptr : &town.declined.at(topic.language);
}

/// One matter on its way.
struct Going {
    const Plan* plan = nullptr;
    const Topic* topic = nullptr;
    base::MatterId matter;
    std::string number;
    std::string code;
};

class Play {
public:
    Play(clerk::Clerk& clerk, const Town& town, std::size_t matters, Dice& dice) : clerk_(clerk), town_(town) {
        for (std::size_t i = 0; i < matters; ++i) {
            const std::size_t plan = i < plans().size() ? i : dice.roll(plans().size());
            goings_.push_back({&plans()[plan], &town.topics[dice.roll(town.topics.size())], {}, {}, {}});
        }
    }

    /// Everything that happens on the day that lies so many days before the end.
    void day(int days_left, base::Instant now) {
        for (Going& going : goings_) {
            const int age = going.plan->age_days - days_left;
            if (age == 0) submit(going, {0, k_opening, {}}, now);
            for (const Step& step : going.plan->steps)
                if (step.day == age) submit(going, step, now);
        }
        clerk_.tick();
        const std::lock_guard lock(mutex_);
        if (!refused_.empty()) throw base::Fault("the demonstration does not fit its procedure: " + refused_);
    }

    [[nodiscard]] std::vector<Played> played() const {
        std::vector<Played> all;
        for (const Going& going : goings_) {
            const auto matter = clerk_.matter(going.matter);
            all.push_back({going.number, going.code, matter ? matter->state : "", std::string(going.plan->state)});
        }
        return all;
    }

private:
    void submit(Going& going, const Step& step, base::Instant now) {
        const auto matter = going.matter.number > 0 ? clerk_.matter(going.matter) : std::nullopt;
        office::Command command = command_for(clerk_, town_, *going.topic, step, matter ? &*matter : nullptr, now);
        clerk_.submit(std::move(command), {}, [this, &going, step](const clerk::Outcome& outcome) { took(going, step, outcome); });
    }

    void took(Going& going, const Step& step, const clerk::Outcome& outcome) {
        const std::lock_guard lock(mutex_);
        if (outcome.broke() || !outcome.answer()) {
            refused_ = std::string(step.act) + " of a plan to " + std::string(going.plan->state) + " " +
                       (outcome.broke() ? "broke" : to_string(outcome.answer().error()));
            return;
        }
        if (step.act != k_opening) return;
        going.matter = outcome.answer()->matter;
        going.number = outcome.answer()->number;
        going.code = outcome.answer()->code;
    }

    clerk::Clerk& clerk_;
    const Town& town_;
    std::vector<Going> goings_;  // written by the clerk's thread only while day() waits for it
    std::mutex mutex_;
    std::string refused_;
};

}  // namespace

office::Command command_for(const clerk::Clerk& clerk, const Town& town, const Topic& topic, const Step& step,
                            const matter::Matter* matter, base::Instant at) {
    const procedure::Procedure& procedure = *clerk.rules().pack.procedure("request");
    const procedure::ActRule* rule = procedure.act(step.act);
    HEARTH_CHECK(rule != nullptr);
    office::Command command;
    command.office = clerk.profile().id;
    command.procedure = {procedure.id};
    command.act = rule->id;
    command.outcome = step.outcome;
    command.received_at = at;
    command.by = actor_of(*rule, clerk, matter);
    if (matter != nullptr) command.matter = matter->id;
    const procedure::Form* form = procedure.form(rule->form);
    for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i) {
        const procedure::Field& field = form->fields[i];
        Json value = value_for(field, topic, other_answer(*rule, town, topic), procedure);
        if (field.type == "body")
            value = office_of({std::string(procedure::k_handling_body), 1, false}, clerk.profile(), clerk.rules().pack).text;
        if (!value.is_null()) command.fields[field.id] = std::move(value);
    }
    return command;
}

std::int64_t play_length_ms() { return (longest_age_days() + 1) * k_day_ms; }

std::vector<Played> play_office(clerk::Clerk& clerk, const std::function<void(base::Instant)>& set_clock, const Town& town,
                                std::size_t matters, Dice& dice, base::Instant end) {
    Play play(clerk, town, matters, dice);
    for (int days_left = longest_age_days(); days_left >= 0; --days_left) {
        const base::Instant now{end.ms - days_left * k_day_ms};
        set_clock(now);
        clerk.tick();
        play.day(days_left, now);
    }
    return play.played();
}

}  // namespace hearth::cli::demo
