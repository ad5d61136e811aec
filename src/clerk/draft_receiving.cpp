// What a letter of another office makes of this one (docs/formats/referral.md).
#include <algorithm>

#include "base/fault.hpp"
#include "clerk/draft.hpp"
#include "clerk/office_acts.hpp"
#include "matter/fold.hpp"
#include "office/custody.hpp"
#include "record/disclosure.hpp"

namespace hearth::clerk {

namespace {

using base::Reason;
using base::Refusal;
using office::Letter;
using office::LetterKind;

/// The letter itself and what came along, so that this office can show what it got.
std::vector<record::ContentField> content_of(const office::Delivery& delivery) {
    std::vector<record::ContentField> content;
    content.push_back({std::string(office::k_letter_text), delivery.text, "body", std::nullopt, {}});
    content.push_back({std::string(office::k_letter_proof), delivery.proof, "body", std::nullopt, {}});
    for (const office::CopiedField& copy : delivery.copies) {
        content.push_back({office::name_of_copy(copy.place, copy.field.name), copy.field.disclosure, copy.field.klass,
                           copy.field.erase_at, copy.field.keep});
    }
    return content;
}

}  // namespace

/// The matter with this code as it stands now, in memory from here on.
const matter::Matter* Draft::matter_with_code(const std::string& code) {
    if (const matter::Matter* changed = overlay_.changed_with_code(code)) return changed;
    const auto row = store_.matter_by_code(code);
    if (!row) return nullptr;
    if (overlay_.find(row->id) == nullptr) overlay_.put(*stored_matter(store_, row->id));
    return overlay_.find(row->id);
}

record::Act Draft::act_of(record::Frame frame) {
    record::Act act;
    act.id = draw_act_id();
    act.date = overlay_.rules().zone().date(frame.recorded_at);
    act.frame = std::move(frame);
    return act;
}

Verdict Draft::receive(const office::Delivery& delivery) {
    const Letter& letter = delivery.letter;
    if (auto before = received_before(delivery)) return std::move(*before);
    const std::uint64_t expected = overlay_.correspondence(letter.from).received + 1;
    if (letter.sequence != expected)
        return {Refusal{Reason::out_of_order, "referral/gap", {.field = "sequence"}, std::to_string(expected)}};
    auto frame = frame_of(delivery);
    if (!frame) return {frame.error()};
    const std::uint64_t first = next_index();
    batch_.letters_received.push_back({letter.from, letter.sequence, office::digest_of(delivery.text), first});
    record::Act act = act_of(*frame);
    act.content = content_of(delivery);
    add(std::move(act));
    const Acknowledged answer = told(frame->matter, first);
    follow_up_letter(letter, *frame);
    return {answer, true};
}

/// The receipt of then, when this very letter came before.
std::optional<Verdict> Draft::received_before(const office::Delivery& delivery) {
    const Letter& letter = delivery.letter;
    const auto in_batch = std::ranges::find_if(batch_.letters_received, [&](const record::ReceivedLetterRow& row) {
        return row.from == letter.from && row.sequence == letter.sequence;
    });
    const auto then =
        in_batch != batch_.letters_received.end() ? std::optional(*in_batch) : store_.letter_received(letter.from, letter.sequence);
    if (!then) return std::nullopt;
    if (then->digest != office::digest_of(delivery.text))
        return Verdict{Refusal{Reason::conflict, "referral/other_letter", {.field = "sequence"}, std::to_string(letter.sequence)}};
    Acknowledged again;
    again.first = then->entry;
    again.count = 1;
    again.repeated = true;
    return Verdict{again, true};
}

base::Result<record::Frame> Draft::frame_of(const office::Delivery& delivery) {
    const Letter& letter = delivery.letter;
    record::Frame f;
    const bool opens_watch =
        letter.kind == LetterKind::slip && letter.due && overlay_.rules().pack.procedure(office::k_lateness) != nullptr;
    if (letter.kind == LetterKind::custody) {
        HEARTH_TRY(custody, custody_frame(letter));
        f = custody;
    } else if (letter.kind == LetterKind::news) {
        f = news_frame(letter);
    } else if (opens_watch) {
        f = office::slip_frame(overlay_, letter, matter_with_code(office::lateness_code(letter.from, letter.code)), now_);
    }
    f.office = overlay_.profile().id;
    f.act = matter::k_letter_received;
    f.by.kind = record::Actor::Kind::clock;
    f.received_at = std::min(delivery.received_at, now_);
    f.recorded_at = now_;
    f.facts["letter"] = office::digest_of(delivery.text);
    f.facts["kind"] = office::word(letter.kind);
    f.facts["from"] = letter.from.text;
    f.facts["sequence"] = letter.sequence;
    return f;
}

/// Opens the matter here under its number and code, or goes on with the part that this office holds. Its terms go on as they
/// stand: passing on gives nobody time.
base::Result<record::Frame> Draft::custody_frame(const Letter& letter) {
    const auto matter = matter::load(letter.folded);
    if (!matter) return matter.error();
    const procedure::Procedure* procedure = overlay_.rules().pack.procedure(matter->procedure.text, matter->procedure_version);
    if (procedure == nullptr || procedure->state(matter->state) == nullptr)
        return Refusal{Reason::not_found, "office/procedure", {.field = "procedure"}, matter->procedure.text};
    const matter::Matter* held = matter_with_code(letter.code);
    if (held != nullptr && held->custodian.empty())
        return Refusal{Reason::conflict, "referral/held_here", {.field = "code"}, letter.number};
    record::Frame f;
    f.procedure = matter->procedure;
    f.procedure_version = matter->procedure_version;
    f.matter = held == nullptr ? base::MatterId{overlay_.matters_opened() + 1} : held->id;
    if (held != nullptr) f.from = held->state;
    f.to = matter->state;
    f.due = matter->due;
    f.owner = matter->owner;
    f.handling = matter->handling;
    f.facts["number"] = letter.number;
    f.facts["file"] = *base::parse_json(letter.folded);
    return f;
}

/// Brings the part that this office holds up to date; a letter about a matter that is not known here is kept as a letter only.
record::Frame Draft::news_frame(const Letter& letter) {
    record::Frame f;
    const matter::Matter* held = matter_with_code(letter.code);
    // Letters of different offices may overtake each other; what is known already is not told again.
    if (held == nullptr || held->custodian.empty() || letter.counted <= held->acts) return f;
    base::Json frames = base::Json::array();
    for (const office::FiledAct& act : letter.acts) frames.push_back(record::to_json(*record::open_frame(act.frame)));
    const auto last = record::open_frame(letter.acts.back().frame);
    f.procedure = held->procedure;
    f.procedure_version = held->procedure_version;
    f.matter = held->id;
    f.from = held->state;
    f.to = last->to;
    f.due = last->due;
    f.owner = last->owner;
    f.handling = last->handling;
    f.facts["frames"] = std::move(frames);
    f.facts["counted"] = letter.counted;
    f.facts["custodian"] = letter.custodian == overlay_.profile().id ? letter.from.text : letter.custodian.text;
    base::Json holders = base::Json::array();
    for (const base::OfficeId& holder : letter.holders) holders.push_back(holder.text);
    f.facts["holders"] = std::move(holders);
    return f;
}

void Draft::follow_up_letter(const Letter& letter, const record::Frame& frame) {
    end_watch(letter.from, {});  // it is heard again
    if (letter.kind == LetterKind::custody) {
        end_watch(letter.from, letter.code);
        tell_of_term(frame.matter, std::nullopt, {});
    } else if (letter.kind == LetterKind::slip && !letter.due) {
        end_watch(letter.from, letter.code);
    } else if (letter.kind == LetterKind::erased) {
        const matter::Matter* held = matter_with_code(letter.code);
        if (held != nullptr) erase_copies(letter, held->id);
    }
}

/// The copies of what the letter names, wherever in the part that this office holds they lie.
void Draft::erase_copies(const Letter& letter, base::MatterId id) {
    std::vector<record::Erasure> what;
    for (const record::StoredEntry& entry : store_.entries_of(id)) {
        const auto came = office::letter_in(entry.content);
        for (const record::SealedField& field : entry.content) {
            const auto copy = office::copy_named(field.name);
            if (!came || !copy || copy->first >= came->acts.size()) continue;
            const office::FiledAct& act = came->acts[copy->first];
            const bool is_named = std::ranges::any_of(letter.erased, [&](const office::FieldPlace& place) {
                return place.record == act.record && place.index == act.index && (place.name.empty() || place.name == copy->second);
            });
            if (is_named) what.push_back({entry.index, field.name});
        }
    }
    if (!what.empty()) erase(what, letter.ground, record::Actor::Kind::clock);
}

/// The answer came after all, or the matter itself did.
void Draft::end_watch(const base::OfficeId& about, const std::string& code) {
    if (overlay_.rules().pack.procedure(office::k_lateness) == nullptr) return;
    const matter::Matter* watch = matter_with_code(office::lateness_code(about, code));
    if (watch == nullptr || watch->quiet || !watch->custodian.empty()) return;
    add(act_of(office::answered_frame(overlay_, *watch, now_)));
}

}  // namespace hearth::clerk
