#include "clerk/draft.hpp"

#include <set>
#include <utility>

#include "base/check.hpp"
#include "base/fault.hpp"
#include "clerk/office_acts.hpp"
#include "clerk/receipt_code.hpp"
#include "matter/fold.hpp"
#include "office/retention.hpp"
#include "record/leaf.hpp"

namespace hearth::clerk {

namespace {

std::string draw_id(base::Randomness& randomness) { return base::base64url(randomness.bytes(16)); }

/// Whether the act gives the new code to somebody: who opens a matter, whom it invites.
bool gives(const record::Frame& frame) { return frame.facts.contains("joins") || frame.facts.contains("code"); }

/// What a matter looks like to whoever acted in it.
void describe(const matter::Matter& m, const office::Office& office, Acknowledged& told) {
    told.number = matter::number_of(m, office.profile().matter_prefix);
    told.state = m.state;
    if (m.due) {
        told.due_day = m.due->last_day;
        told.due_provisional = m.due->provisional;
    }
    told.owner = m.owner;
}

matter::Matter folded(const record::MatterRow& row) {
    auto read = matter::load(row.folded);
    if (!read)
        throw base::Fault("matter " + std::to_string(row.id.number) + " in the store cannot be read: " + to_string(read.error()));
    return std::move(*read);
}

}  // namespace

std::optional<matter::Matter> stored_matter(record::Store& store, base::MatterId id) {
    const auto row = store.matter(id);
    if (!row) return std::nullopt;
    return folded(*row);
}

Draft::Draft(const office::Office& office, record::Store& store, base::Randomness& randomness, base::Instant now,
             std::uint64_t first, std::string origin)
    : store_(store), randomness_(randomness), now_(now), overlay_(office::Office::overlay(office)), origin_(std::move(origin)) {
    batch_.first = first;
}

base::ActId Draft::draw_act_id() { return {draw_id(randomness_)}; }

std::optional<Verdict> Draft::answered_before(const Wanted& wanted) {
    if (wanted.key.empty()) return std::nullopt;
    const base::Refusal conflict{base::Reason::conflict, "clerk/same_key_other_content", {}, {}};
    if (const auto now = keys_.find(wanted.key); now != keys_.end()) {
        if (now->second.first != wanted.digest) return Verdict{conflict};
        Acknowledged again = now->second.second;
        again.repeated = true;
        return Verdict{again, true};
    }
    const auto then = store_.key(wanted.key);
    if (!then) return std::nullopt;
    if (then->digest != wanted.digest) return Verdict{conflict};
    Acknowledged again = answer_of_then(store_, overlay_, then->first, then->count);
    if (!then->code.empty()) again.code = open_code(wanted.ticket, then->code);
    return Verdict{std::move(again), true};
}

Verdict Draft::decide(const Wanted& wanted) {
    if (auto before = answered_before(wanted)) return std::move(*before);
    if (const auto* delivery = std::get_if<office::Delivery>(&wanted.what)) return receive(*delivery);
    const auto* command = std::get_if<office::Command>(&wanted.what);
    Verdict verdict = command != nullptr ? decide_command(*command) : decide_order(std::get<ErasureOrder>(wanted.what));
    if (verdict.is_recorded) {
        for (record::PaperKey paper : wanted.papers) {
            paper.entry = verdict.answer->first;
            batch_.papers.push_back(std::move(paper));
        }
    }
    if (verdict.is_recorded && !wanted.key.empty()) {
        const Acknowledged& answer = *verdict.answer;
        // The keys of an import are the names of its rows: whoever knows these could open a code, and nobody asks for it again.
        const bool is_asked_again = !answer.code.empty() && (command == nullptr || !command->imported);
        std::string code = is_asked_again ? seal_code(wanted.ticket, answer.code, randomness_) : std::string();
        batch_.keys.push_back({wanted.key, wanted.digest, answer.first, answer.count, now_, std::move(code)});
        keys_.insert({wanted.key, {wanted.digest, answer}});
    }
    return verdict;
}

void Draft::load(const office::Command& command, office::Facts& facts) {
    for (const office::Key& key : office::needs(overlay_, command)) {
        auto found = stored_matter(store_, key.matter);
        if (!found) continue;
        overlay_.put(*found);
        facts.matters.insert({key.matter, std::move(*found)});
    }
}

Verdict Draft::decide_command(const office::Command& wanted) {
    if (wanted.procedure.empty()) return decide_office_act(wanted);
    office::Command command = wanted;
    office::Facts facts;
    load(command, facts);
    std::string code;
    command.act_id = draw_act_id();
    if (office::gives_code(overlay_, command)) {
        code = draw_receipt_code(randomness_);
        command.code_digest = receipt_code_digest(code);
        command.party_id = {draw_id(randomness_)};
    }
    auto acts = office::decide(overlay_, facts, command, now_);
    if (!acts) return {acts.error()};
    HEARTH_CHECK(!acts->empty());
    const std::uint64_t first = next_index();
    const base::MatterId matter = acts->front().frame.matter;
    bool is_given = false;
    for (record::Act& act : *acts) {
        is_given = is_given || gives(act.frame);
        add(std::move(act));
    }
    Acknowledged answer = told(matter, first);
    if (is_given) answer.code = std::move(code);
    return {std::move(answer), true};
}

Verdict Draft::decide_office_act(const office::Command& command) {
    auto facts = facts_of_order(command);
    if (!facts) return {facts.error()};
    const bool is_holder = command.by.kind == record::Actor::Kind::post && command.by.office == overlay_.profile().id &&
                           overlay_.rules().pack.post(command.by.post.text) != nullptr;
    const bool may_holder = is_open_to_holders(command.act) || names_own_deputy(command);
    const bool is_representative =
        command.by.kind == record::Actor::Kind::resident && command.by.party.empty() && is_open_to_representatives(command.act);
    if (command.by.kind != record::Actor::Kind::operator_ && !(is_holder && may_holder) && !is_representative) {
        return {base::Refusal{base::Reason::not_permitted, "clerk/office_act", {.field = "by"}, command.act}};
    }
    const std::uint64_t first = next_index();
    add_office_act(command.act, command.by, std::move(*facts));
    return {told({}, first), true};
}

Verdict Draft::decide_order(const ErasureOrder& order) {
    std::vector<record::Erasure> what;
    for (const record::Erasure& one : order.what) {
        // Content of acts of this very batch is not looked at: the order was given before anybody could have read them.
        if (one.entry >= batch_.first)
            return {base::Refusal{base::Reason::not_found, "clerk/entry_to_erase", {}, std::to_string(one.entry)}};
        const auto entries = store_.entries(one.entry, 1, true);
        for (const record::SealedField& field : entries.at(0).content) {
            const bool meant = one.name.empty() ? !office::is_letter_field(field.name) : one.name == field.name;
            if (meant) what.push_back({one.entry, field.name});
        }
    }
    if (what.empty()) return {base::Refusal{base::Reason::not_found, "clerk/content_to_erase", {}, {}}};
    const std::uint64_t first = next_index();
    erase(what, order.ground, record::Actor::Kind::operator_);
    return {told({}, first), true};
}

void Draft::expire(base::MatterId id) {
    const matter::Matter* m = overlay_.find(id);
    HEARTH_CHECK(m != nullptr);
    auto act = office::expire(overlay_, *m, draw_act_id(), now_);
    // The office said itself that this term has ended, so only a broken pack can refuse it.
    if (!act) throw base::Fault("the term of matter " + std::to_string(id.number) + " cannot end: " + to_string(act.error()));
    add(std::move(*act));
}

void Draft::erase(const std::vector<record::Erasure>& what, const std::string& ground, record::Actor::Kind by) {
    for (std::size_t begin = 0; begin < what.size(); begin += k_erasures_per_act) {
        const auto from = what.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = what.begin() + static_cast<std::ptrdiff_t>(std::min(what.size(), begin + k_erasures_per_act));
        add_office_act(k_erased, {by, {}, {}, {}}, erased_facts({from, to}, ground));
    }
    batch_.erasures.insert(batch_.erasures.end(), what.begin(), what.end());
    forward_erasures(what, ground);
}

void Draft::add_office_act(std::string_view act, record::Actor by, base::Json facts) {
    add(office_act(overlay_, act, std::move(by), std::move(facts), draw_act_id(), now_));
}

void Draft::add(record::Act act) {
    if (act.id.empty()) act.id = draw_act_id();
    const matter::Matter* before = overlay_.find(act.frame.matter);
    const std::string state_before = before == nullptr ? std::string() : before->state;
    const std::uint64_t index = next_index();
    record::Entry entry = record::seal(act, randomness_);
    HEARTH_CHECK(entry.leaf.size() <= record::k_entry_bytes_max);
    office::apply(overlay_, act.frame);
    end_retention(act.frame, state_before);
    for (record::FigureDelta& figure : office::figures_of(overlay_, act.frame)) batch_.figures.push_back(std::move(figure));
    for (record::OutboxRow& row : office::notices_of(overlay_, act.frame, index)) batch_.outbox.push_back(std::move(row));
    batch_.matters.push_back(act.frame.matter);
    batch_.entries.push_back(std::move(entry));
    if (!matter::is_letter(act.frame)) follow_up(act.frame.matter, index);
}

void Draft::end_retention(const record::Frame& frame, const std::string& state_before) {
    const procedure::Procedure* procedure = overlay_.rules().pack.procedure(frame.procedure.text, frame.procedure_version);
    const matter::Matter* after = overlay_.find(frame.matter);
    if (procedure == nullptr || after == nullptr) return;
    const procedure::State* left = procedure->state(state_before);
    const bool was_quiet = left != nullptr && left->quiet;
    if (!after->quiet && !was_quiet) return;
    std::set<std::string> marks;
    for (const procedure::Form& form : procedure->forms) {
        for (const procedure::Field& field : form.fields) {
            record::ContentField marked;
            if (field.keep) office::keep_until(*field.keep, now_, overlay_.rules(), marked);
            if (!marked.keep.empty()) marks.insert(marked.keep);
        }
    }
    const base::Instant closed = frame.effective_from.value_or(frame.recorded_at);
    for (const std::string& mark : marks) {
        const auto end = after->quiet ? office::retention_end(mark, closed, overlay_.rules()) : std::nullopt;
        batch_.retention_ends.push_back({frame.matter, mark, end});
    }
}

Acknowledged Draft::told(base::MatterId matter, std::uint64_t first) const {
    Acknowledged answer;
    answer.matter = matter;
    answer.first = first;
    answer.count = static_cast<std::uint32_t>(next_index() - first);
    if (const matter::Matter* m = overlay_.find(matter)) describe(*m, overlay_, answer);
    return answer;
}

record::Batch& Draft::finish() {
    batch_.matter_rows = overlay_.changed_rows();
    batch_.office_state = overlay_.save();
    return batch_;
}

Acknowledged answer_of_then(record::Store& store, const office::Office& office, std::uint64_t first, std::uint32_t count) {
    Acknowledged answer;
    answer.first = first;
    answer.count = count;
    answer.repeated = true;
    const auto entries = store.entries(first, count, true);
    if (entries.empty())
        throw base::Fault("a command was answered by entry " + std::to_string(first) + ", which the store does not have");
    answer.matter = entries[0].matter;
    if (const matter::Matter* open = office.find(answer.matter)) {
        describe(*open, office, answer);
    } else if (const auto quiet = stored_matter(store, answer.matter)) {
        describe(*quiet, office, answer);
    }
    return answer;
}

}  // namespace hearth::clerk
