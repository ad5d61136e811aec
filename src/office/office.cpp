#include "office/office.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/json.hpp"
#include "matter/fold.hpp"

namespace hearth::office {

namespace {

/// When the clock looks at this matter next: at the end of its term, or when the person is to be told that nothing has happened,
/// whichever comes first. Never for what goes on elsewhere, is at rest, or is mere history.
std::optional<base::Instant> rings_at(const matter::Matter& m) {
    if (m.imported || m.quiet || !m.custodian.empty()) return std::nullopt;
    if (!m.due || m.overdue || m.paused_at) return m.news;
    return m.news ? std::min(*m.news, m.due->ends) : m.due->ends;
}

record::MatterRow row_of(const matter::Matter& m) {
    record::MatterRow row;
    row.id = m.id;
    row.code_digest = m.code_digest;
    row.procedure = m.procedure;
    row.state = m.state;
    row.open = !m.quiet;
    row.owner = m.owner;
    if (m.due) row.due = m.due->ends;
    row.opened_at = m.received_at;
    row.changed_at = m.changed_at;
    row.folded = matter::save(m);
    for (const matter::Party& party : m.parties) row.party_codes.push_back(party.code_digest);
    row.accused = m.accused;
    return row;
}

}  // namespace

Office::Office(OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules)
    : profile_(std::move(profile)), rules_(std::move(rules)) {
    HEARTH_CHECK(rules_ != nullptr);
}

Office Office::overlay(const Office& base) {
    Office over(base.profile_, base.rules_);
    over.base_ = &base;
    over.matters_opened_ = base.matters_opened_;
    over.last_recorded_ = base.last_recorded_;
    over.ruleset_ = base.ruleset_;
    over.letters_ = base.letters_;
    return over;
}

void Office::merge(Office&& overlay) {
    HEARTH_CHECK(overlay.base_ == this);
    for (auto& [id, changed] : overlay.matters_) {
        if (changed.quiet) {
            if (const auto it = matters_.find(id); it != matters_.end()) {
                if (const auto at = rings_at(it->second)) clocks_.erase({*at, id});
                matters_.erase(it);
            }
        } else {
            put(std::move(changed));
        }
    }
    matters_opened_ = overlay.matters_opened_;
    last_recorded_ = overlay.last_recorded_;
    ruleset_ = std::move(overlay.ruleset_);
    letters_ = std::move(overlay.letters_);
}

const matter::Matter* Office::find(base::MatterId id) const {
    if (const auto it = matters_.find(id); it != matters_.end()) return &it->second;
    return base_ == nullptr ? nullptr : base_->find(id);
}

void Office::put(matter::Matter matter) {
    const base::MatterId id = matter.id;
    if (const auto it = matters_.find(id); it != matters_.end()) {
        if (const auto before = rings_at(it->second)) clocks_.erase({*before, id});
    }
    if (const auto at = rings_at(matter)) clocks_.insert({*at, id});
    matters_.insert_or_assign(id, std::move(matter));
}

void Office::note_recorded(base::Instant at, base::MatterId opened) {
    last_recorded_ = std::max(last_recorded_, at);
    matters_opened_ = std::max(matters_opened_, opened.number);
}

void Office::note_letter(const record::Frame& frame) {
    const bool sent = frame.act == matter::k_letter_sent;
    Correspondence& with = letters_[{frame.facts.value(sent ? "to" : "from", "")}];
    (sent ? with.sent : with.received) = frame.facts.value("sequence", std::uint64_t{0});
    (sent ? with.sent_at : with.heard_at) = frame.recorded_at;
}

Correspondence Office::correspondence(const base::OfficeId& with) const {
    const auto found = letters_.find(with);
    return found == letters_.end() ? Correspondence{} : found->second;
}

const matter::Matter* Office::changed_with_code(const std::string& code_digest) const {
    const auto found = std::ranges::find_if(matters_, [&](const auto& m) { return m.second.code_digest == code_digest; });
    return found == matters_.end() ? nullptr : &found->second;
}

std::int64_t Office::matters_opened() const { return matters_opened_; }
base::Instant Office::last_recorded() const { return last_recorded_; }
const std::string& Office::ruleset() const { return ruleset_; }
void Office::note_ruleset(std::string digest) { ruleset_ = std::move(digest); }
const OfficeProfile& Office::profile() const { return profile_; }
const procedure::Ruleset& Office::rules() const { return *rules_; }

std::vector<base::MatterId> Office::expired(base::Instant now, std::size_t limit) const {
    std::vector<std::pair<base::Instant, base::MatterId>> found;
    const auto collect = [&](const auto& clocks, const auto& hidden) {
        for (const auto& clock : clocks) {
            if (clock.first > now || found.size() >= 2 * limit) break;
            if (!hidden.contains(clock.second)) found.push_back(clock);
        }
    };
    if (base_ != nullptr) collect(base_->clocks_, matters_);
    collect(clocks_, std::set<base::MatterId>{});
    std::sort(found.begin(), found.end());
    if (found.size() > limit) found.resize(limit);
    std::vector<base::MatterId> ids;
    for (const auto& [at, id] : found) ids.push_back(id);
    return ids;
}

std::optional<base::Instant> Office::next_due() const {
    if (clocks_.empty()) return std::nullopt;
    return clocks_.begin()->first;
}

std::size_t Office::open_count() const {
    return static_cast<std::size_t>(std::count_if(matters_.begin(), matters_.end(), [](const auto& m) { return !m.second.quiet; }));
}

std::vector<record::MatterRow> Office::changed_rows() const {
    std::vector<record::MatterRow> rows;
    rows.reserve(matters_.size());
    for (const auto& [id, m] : matters_) rows.push_back(row_of(m));
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return rows;
}

std::string Office::save() const {
    base::Json saved{{"matters_opened", matters_opened_}, {"last_recorded", last_recorded_.ms}};
    if (!ruleset_.empty()) saved["ruleset"] = ruleset_;
    for (const auto& [office, with] : letters_)
        saved["letters"][office.text] = {with.sent, with.received, with.sent_at.ms, with.heard_at.ms};
    return saved.dump();
}

base::Result<base::Done> Office::load(std::string_view saved) {
    HEARTH_TRY(json, base::parse_json(saved));
    if (!json.is_object() || !json.contains("matters_opened") || !json.contains("last_recorded") ||
        !json["matters_opened"].is_number_integer() || !json["last_recorded"].is_number_integer() ||
        (json.contains("ruleset") && !json["ruleset"].is_string())) {
        return base::Refusal{base::Reason::malformed, "office/state"};
    }
    matters_opened_ = json["matters_opened"];
    last_recorded_ = {json["last_recorded"].get<std::int64_t>()};
    ruleset_ = json.value("ruleset", std::string());
    const base::Json letters = json.value("letters", base::Json::object());
    for (const auto& [office, with] : letters.items()) {
        if (!with.is_array() || with.size() != 4) return base::Refusal{base::Reason::malformed, "office/state"};
        letters_[{office}] = {with[0], with[1], {with[2].get<std::int64_t>()}, {with[3].get<std::int64_t>()}};
    }
    return base::Done{};
}

}  // namespace hearth::office
