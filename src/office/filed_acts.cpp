#include "office/filed_acts.hpp"

#include <set>

#include "matter/fold.hpp"
#include "office/letter.hpp"

namespace hearth::office {
namespace {

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
        const auto letter = frame->act == matter::k_letter_received ? letter_in(entry.content) : std::nullopt;
        for (std::size_t place = 0; letter && place < letter->acts.size(); ++place) {
            const FiledAct& act = letter->acts[place];
            if (!known.insert({act.record, act.index}).second) continue;
            filed.entries.push_back({act.index, act.leaf, act.frame, entry.matter, copies_in(entry.content, place)});
            filed.records.push_back(act.record);
        }
        if (!tells_of_a_move(*frame)) continue;
        filed.entries.push_back(entry);
        filed.records.emplace_back();
    }
    return filed;
}

}  // namespace hearth::office
