// The letters that follow from the acts of a batch (docs/formats/referral.md).
#include <algorithm>
#include <set>

#include "base/check.hpp"
#include "base/fault.hpp"
#include "clerk/draft.hpp"
#include "clerk/office_acts.hpp"
#include "matter/fold.hpp"
#include "office/custody.hpp"
#include "office/letter.hpp"
#include "record/disclosure.hpp"

namespace hearth::clerk {

namespace {

using office::Letter;
using office::LetterKind;

constexpr std::int64_t k_present_every_ms = 20LL * 3'600'000;  // more often than every day

}  // namespace

/// What an act of a matter means for other offices: it goes on in another record, those who hold a part hear of it, and the
/// office above of its term. Imported history is told to nobody.
void Draft::follow_up(base::MatterId id, std::uint64_t entry) {
    const matter::Matter* m = overlay_.find(id);
    if (m == nullptr || m->imported || overlay_.profile().peers.empty()) return;
    const std::vector<base::OfficeId> holders = m->holders;
    const std::optional<base::Instant> told = m->slip;
    const auto next = office::passes_to(overlay_, *m);
    if (next) {
        Letter letter;
        letter.kind = LetterKind::custody;
        letter.to = *next;
        letter.code = m->code_digest;
        letter.number = matter::number_of(*m, overlay_.profile().matter_prefix);
        letter.folded = matter::save(*m);
        letter.acts = file_of(id);
        write_letter(std::move(letter), id);
    }
    if (m->procedure.text == office::k_lateness) return;
    for (const base::OfficeId& holder : holders) {
        // Whoever is accused hears nothing of it.
        const bool is_told = holder != next && holder != m->accused && overlay_.profile().peers.contains(holder);
        if (!is_told) continue;
        Letter letter;
        letter.kind = LetterKind::news;
        letter.to = holder;
        letter.code = overlay_.find(id)->code_digest;
        const record::Entry& told_of = batch_.entries.at(entry - batch_.first);
        letter.acts = {{origin_, entry, told_of.leaf, told_of.frame}};
        letter.counted = overlay_.find(id)->acts;
        letter.custodian = next.value_or(overlay_.profile().id);
        letter.holders = overlay_.find(id)->holders;
        letter.holders.push_back(overlay_.profile().id);
        write_letter(std::move(letter), id);
    }
    tell_of_term(id, told, next.value_or(base::OfficeId{}));
}

/// The office above holds the end of every term in which this office owes the next act (right 23). Where the matter itself went
/// to it, it knows.
void Draft::tell_of_term(base::MatterId id, const std::optional<base::Instant>& told, const base::OfficeId& passed_to) {
    const base::OfficeId above = office::slips_go_to(overlay_.profile());
    if (above.empty() || above == passed_to) return;
    const matter::Matter* m = overlay_.find(id);
    const auto owed = office::owed_by(overlay_, *m);
    const std::optional<base::Instant> ends = owed ? std::optional(owed->ends) : std::nullopt;
    if (ends == told) return;
    Letter letter;
    letter.kind = LetterKind::slip;
    letter.to = above;
    letter.code = m->code_digest;
    letter.due = owed;
    write_letter(std::move(letter), id);
}

void Draft::write_letter(Letter letter, base::MatterId about) {
    letter.from = overlay_.profile().id;
    letter.sequence = overlay_.correspondence(letter.to).sent + 1;
    letter.written_at = now_;
    const std::string text = office::to_text(letter);
    base::Json facts = {{"letter", office::digest_of(text)},
                        {"kind", office::word(letter.kind)},
                        {"to", letter.to.text},
                        {"sequence", letter.sequence}};
    if (letter.kind == LetterKind::slip && letter.due) facts["slip"] = letter.due->ends.ms;
    record::Act act = office_act(overlay_, matter::k_letter_sent, {record::Actor::Kind::clock, {}, {}, {}}, std::move(facts),
                                 draw_act_id(), now_);
    if (const matter::Matter* m = overlay_.find(about)) {
        act.frame.procedure = m->procedure;
        act.frame.procedure_version = m->procedure_version;
        act.frame.matter = m->id;
        act.frame.from = act.frame.to = m->state;
        act.frame.due = m->due;
        act.frame.owner = m->owner;
        act.frame.handling = m->handling;
    }
    batch_.letters.push_back({letter.to, letter.sequence, std::string(office::word(letter.kind)), about, next_index(), text});
    add(std::move(act));
}

/// All acts of a matter, wherever they happened: those of the letter with which it last came, and those that followed here.
std::vector<office::FiledAct> Draft::file_of(base::MatterId id) {
    std::vector<office::FiledAct> file;
    const auto take = [&](std::uint64_t index, const std::string& leaf, const std::string& disclosure,
                          const std::vector<record::SealedField>& content) {
        const auto frame = record::open_frame(disclosure);
        if (!frame) throw base::Fault("entry " + std::to_string(index) + " cannot be read");
        if (!matter::is_letter(*frame)) {
            file.push_back({origin_, index, leaf, disclosure});
        } else if (frame->act == matter::k_letter_received) {
            const auto letter = office::letter_in(content);
            if (!letter) return;
            if (letter->kind == LetterKind::custody) file.clear();
            file.insert(file.end(), letter->acts.begin(), letter->acts.end());
        }
    };
    for (const record::StoredEntry& entry : store_.entries_of(id)) take(entry.index, entry.leaf, entry.frame, entry.content);
    for (std::size_t i = 0; i < batch_.entries.size(); ++i) {
        const record::Entry& entry = batch_.entries[i];
        if (batch_.matters[i] == id) take(batch_.first + i, entry.leaf, entry.frame, entry.content);
    }
    return file;
}

/// What is erased here goes wherever it was sent, also where only a copy of it lay here. Nothing is sent back to whoever ordered
/// it: copies are found under the record of their origin, and where nothing is left to erase the chain ends.
void Draft::forward_erasures(const std::vector<record::Erasure>& what, const std::string& ground) {
    if (overlay_.profile().peers.empty()) return;
    std::map<base::MatterId, std::vector<office::FieldPlace>> places;
    for (const record::Erasure& one : what) {
        const auto entries = store_.entries(one.entry, 1, true);
        if (entries.empty() || entries.front().matter.number == 0) continue;
        const record::StoredEntry& entry = entries.front();
        const auto copy = office::copy_named(one.name);
        const auto letter = copy ? office::letter_in(entry.content) : std::nullopt;
        if (letter && copy->first < letter->acts.size()) {
            const office::FiledAct& act = letter->acts[copy->first];
            places[entry.matter].push_back({act.record, act.index, copy->second});
        } else if (!copy) {
            places[entry.matter].push_back({origin_, one.entry, one.name});
        }
    }
    for (auto& [id, fields] : places) {
        const matter::Matter* m = overlay_.find(id);
        const auto stored = m == nullptr ? stored_matter(store_, id) : std::optional(*m);
        if (!stored) continue;
        for (const base::OfficeId& holder : stored->holders) {
            if (!overlay_.profile().peers.contains(holder) || stored->procedure.text == office::k_lateness) continue;
            Letter letter;
            letter.kind = LetterKind::erased;
            letter.to = holder;
            letter.code = stored->code_digest;
            letter.erased = fields;
            letter.ground = ground;
            write_letter(std::move(letter), {});
        }
    }
}

void Draft::keep_in_touch(bool may_judge) {
    const base::OfficeId above = office::slips_go_to(overlay_.profile());
    if (!above.empty()) {
        const office::Correspondence with = overlay_.correspondence(above);
        Letter letter;
        letter.to = above;
        if (with.sent == 0 || now_.ms - with.sent_at.ms >= k_present_every_ms) write_letter(std::move(letter), {});
    }
    if (!may_judge || overlay_.rules().pack.procedure(office::k_lateness) == nullptr) return;
    for (const auto& [peer, superiors] : overlay_.profile().peers) {
        const base::Instant heard = overlay_.correspondence(peer).heard_at;
        const bool is_below = !superiors.empty() && superiors.front() == overlay_.profile().id;
        if (!is_below || heard.ms == 0 || now_ < office::stale_from(overlay_, heard)) continue;
        const matter::Matter* watch = matter_with_code(office::lateness_code(peer, {}));
        if (watch != nullptr && !watch->quiet) continue;
        add(act_of(office::stale_frame(overlay_, peer, watch, now_)));
    }
}

}  // namespace hearth::clerk
