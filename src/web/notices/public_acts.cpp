#include "web/notices/public_acts.hpp"

#include <algorithm>
#include <map>

#include "clerk/office_acts.hpp"
#include "matter/fold.hpp"
#include "record/checkpoint.hpp"

namespace hearth::web::notices {
namespace {

constexpr std::int64_t k_day_ms = 86'400'000;
/// How long an act of the office itself is news.
constexpr int k_news_days = 60;
constexpr std::uint64_t k_at_once = 512;

/// How far back an act can lie that is public today.
std::int64_t days_of(const procedure::Pack& pack) {
    int days = k_news_days;
    for (const auto* procedures : {&pack.procedures, &pack.former}) {
        for (const procedure::Procedure& procedure : *procedures) {
            for (const procedure::ActRule& act : procedure.acts)
                if (act.publish) days = std::max(days, act.publish->days);
        }
    }
    return days + 1;  // the day of the act itself is not counted
}

std::uint64_t served_size(const OfficeSite& office) {
    const auto served = record::read_checkpoint(office.served_checkpoint());
    return served ? served->checkpoint.size : 0;
}

}  // namespace

std::optional<PublicAct::Kind> kind_of_office_act(std::string_view act) {
    using enum PublicAct::Kind;
    static const std::map<std::string_view, PublicAct::Kind> k_kinds = {
        {clerk::k_pack_changed, rules}, {clerk::k_key_rotated, key}, {clerk::k_origin_opened, origin}};
    const auto found = k_kinds.find(act);
    return found == k_kinds.end() ? std::nullopt : std::optional(found->second);
}

bool is_running(const PublicAct& act, base::Instant now) {
    return act.kind == PublicAct::Kind::publication && now < act.ends && !act.withdrawn;
}

void PublicActs::withdraw(const record::Frame& frame, const std::string& act) {
    for (PublicAct& seen : acts_) {
        const bool is_meant = seen.kind == PublicAct::Kind::publication && seen.matter == frame.matter && seen.act == act;
        if (is_meant && !seen.withdrawn) seen.withdrawn = frame.recorded_at;
    }
}

void PublicActs::note_publication(PublicAct seen, const record::Frame& frame) {
    const base::Json& days = frame.facts.at("publishes");
    seen.matter = frame.matter;
    seen.procedure = frame.procedure.text;
    seen.version = frame.procedure_version;
    seen.ends = {days.at("ends").get<std::int64_t>()};
    seen.last_day = days.at("last_day");
    acts_.push_back(std::move(seen));
}

void PublicActs::note(const record::StoredEntry& entry) {
    const auto frame = record::open_frame(entry.frame);
    if (!frame || matter::is_letter(*frame)) return;  // what a letter tells of stands in another record
    PublicAct seen;
    seen.entry = entry.index;
    seen.act = frame->act;
    seen.at = frame->recorded_at;
    seen.day = office_.rules->zone().date(seen.at);
    if (frame->procedure.empty()) {
        const auto kind = kind_of_office_act(frame->act);
        if (!kind) return;
        seen.kind = *kind;
        seen.ends = {seen.at.ms + k_news_days * k_day_ms};
        acts_.push_back(std::move(seen));
        return;
    }
    for (const char* taken_back : {"annuls", "undoes"})
        if (frame->facts.contains(taken_back)) withdraw(*frame, frame->facts[taken_back].get<std::string>());
    if (frame->facts.contains("publishes")) note_publication(std::move(seen), *frame);
}

/// Finds the first entry that matters, and starts there.
void PublicActs::read_back(std::uint64_t size, base::Instant from) {
    next_ = size;
    while (next_ > 0) {
        const std::uint64_t first = next_ > k_at_once ? next_ - k_at_once : 0;
        const auto oldest = office_.store->entries(first, 1, false);
        next_ = first;
        const auto frame = oldest.empty() ? base::Result<record::Frame>(base::Refusal{}) : record::open_frame(oldest.front().frame);
        if (frame && frame->recorded_at < from) return;
    }
}

void PublicActs::follow(std::uint64_t size, base::Instant now) {
    const std::int64_t kept_ms = days_of(office_.rules->pack) * k_day_ms;
    if (size < next_ || next_ == 0) {
        acts_.clear();
        read_back(size, {now.ms - kept_ms});
    }
    while (next_ < size) {
        const auto entries = office_.store->entries(next_, std::min(k_at_once, size - next_), false);
        if (entries.empty()) return;
        for (const record::StoredEntry& entry : entries) note(entry);
        next_ = entries.back().index + 1;
    }
    std::erase_if(acts_, [&](const PublicAct& act) { return act.ends.ms + kept_ms < now.ms; });
}

PublicActs::Told PublicActs::at(base::Instant now) {
    Told told;
    told.size = served_size(office_);
    const std::lock_guard lock(mutex_);
    follow(told.size, now);
    for (const PublicAct& act : acts_) {
        if (act.at <= now) told.changed = std::max(told.changed, act.at);
        if (act.withdrawn) told.changed = std::max(told.changed, *act.withdrawn);
        if (act.ends <= now) told.changed = std::max(told.changed, act.ends);
        if (now < act.ends) told.acts.push_back(act);
    }
    std::ranges::reverse(told.acts);
    return told;
}

}  // namespace hearth::web::notices
