#include "office/filed_acts.hpp"

#include <set>

#include "matter/fold.hpp"
#include "office/letter.hpp"

namespace hearth::office {
namespace {

/// The letter that an act `letter_received` holds; nothing when it cannot be read any more.
std::optional<Letter> letter_of(const record::StoredEntry& entry) {
    for (const record::SealedField& field : entry.content) {
        if (field.name != k_letter_text) continue;
        const auto text = record::open_disclosure(field.disclosure);
        auto letter =
            text && text->value.is_string() ? parse_letter(text->value.get<std::string>()) : base::Result<Letter>(base::Refusal{});
        if (letter) return std::move(*letter);
    }
    return std::nullopt;
}

/// The fields that came along with the act at `place` of the letter.
std::vector<record::SealedField> copies_of(const record::StoredEntry& entry, std::size_t place) {
    std::vector<record::SealedField> fields;
    for (const record::SealedField& field : entry.content) {
        const auto copy = copy_named(field.name);
        if (!copy || copy->first != place) continue;
        const auto own = record::open_disclosure(field.disclosure);
        if (own && own->value.is_string())
            fields.push_back({copy->second, own->value.get<std::string>(), field.klass, field.erase_at, field.keep});
    }
    return fields;
}

bool tells_of_a_move(const record::Frame& frame) { return frame.facts.value("kind", "") == "custody"; }

}  // namespace

FiledActs filed_acts(const std::vector<record::StoredEntry>& stored, const std::string& origin) {
    FiledActs filed;
    std::set<std::pair<std::string, std::uint64_t>> known;
    for (const record::StoredEntry& entry : stored) known.insert({origin, entry.index});
    for (const record::StoredEntry& entry : stored) {
        const auto frame = record::open_frame(entry.frame);
        if (!frame) continue;  // an entry that another program wrote; verifying tells of it, a page need not break
        if (!matter::is_letter(*frame)) {
            filed.entries.push_back(entry);
            filed.records.emplace_back();
            continue;
        }
        const auto letter = frame->act == matter::k_letter_received ? letter_of(entry) : std::nullopt;
        for (std::size_t place = 0; letter && place < letter->acts.size(); ++place) {
            const FiledAct& act = letter->acts[place];
            if (!known.insert({act.record, act.index}).second) continue;
            filed.entries.push_back({act.index, act.leaf, act.frame, entry.matter, copies_of(entry, place)});
            filed.records.push_back(act.record);
        }
        if (!tells_of_a_move(*frame)) continue;
        filed.entries.push_back(entry);
        filed.records.emplace_back();
    }
    return filed;
}

}  // namespace hearth::office
