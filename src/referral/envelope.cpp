#include "referral/envelope.hpp"

#include <algorithm>
#include <iterator>

#include "base/fault.hpp"
#include "base/json.hpp"
#include "matter/fold.hpp"
#include "record/checkpoint.hpp"
#include "record/leaf.hpp"
#include "record/receipt.hpp"
#include "record/stored_tree.hpp"
#include "record/tlog_proof.hpp"
#include "record/verifier.hpp"

namespace hearth::referral {

namespace {

using base::Json;
using base::Reason;
using base::Refusal;

constexpr std::size_t k_copies_max = 240;           // an entry holds 256 fields
constexpr std::size_t k_copies_bytes_max = 96'000;  // a request 256 KiB, and base64 stands twice over it
constexpr std::size_t k_name_max = 128;

Refusal malformed(const char* rule, std::string detail) { return {Reason::malformed, rule, {}, std::move(detail)}; }

/// A sealed field is of use only to the office to which it was encrypted; the resident's code to nobody but her.
bool may_read(const record::SealedField& field, const base::OfficeId& reader) {
    if (field.name == "receipt.code" || office::is_letter_field(field.name)) return false;
    if (field.klass != "sealed") return true;
    const auto disclosed = office::open_field(field);
    if (!disclosed || !disclosed->value.is_object() || !disclosed->value.contains("to")) return false;
    const Json& to = disclosed->value["to"];
    return to.is_object() ? to.contains(reader.text) : to == reader.text;
}

/// Where the content of a filed act lies in this store, as fields under their own names.
std::vector<record::SealedField> content_of(record::Store& store, const Self& self, base::MatterId matter,
                                            const office::FiledAct& act) {
    if (act.record == self.key.name) {
        auto entries = store.entries(act.index, 1, true);
        return entries.empty() ? std::vector<record::SealedField>{} : std::move(entries.front().content);
    }
    std::vector<record::SealedField> found;
    for (const record::StoredEntry& entry : store.entries_of(matter)) {
        const auto letter = office::letter_in(entry.content);
        if (!letter) continue;
        const auto is_it = [&](const office::FiledAct& one) { return one.record == act.record && one.index == act.index; };
        const auto at = std::ranges::find_if(letter->acts, is_it);
        if (at == letter->acts.end()) continue;
        auto copies = office::copies_in(entry.content, static_cast<std::size_t>(at - letter->acts.begin()));
        std::ranges::move(copies, std::back_inserter(found));
    }
    return found;
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= k_name_max && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

bool belongs(const office::CopiedField& copy, const std::vector<office::FiledAct>& acts) {
    if (copy.place >= acts.size() || !is_name(copy.field.name)) return false;
    const auto leaf = record::parse_leaf(acts[copy.place].leaf);
    const auto disclosed = record::open_disclosure(copy.field.disclosure);
    return leaf && disclosed && disclosed->name == copy.field.name &&
           record::check_disclosures(leaf->digests, {copy.field.disclosure});
}

office::CopiedField read_copy(const Json& j) {
    office::CopiedField copy;
    copy.place = j.at("place").get_ref<const Json::number_unsigned_t&>();
    copy.field.name = j.at("name");
    copy.field.klass = j.at("class");
    copy.field.keep = j.at("keep");
    copy.field.disclosure = j.at("disclosure");
    if (j.contains("erase_at")) copy.field.erase_at = base::Instant{j["erase_at"].get_ref<const Json::number_integer_t&>()};
    return copy;
}

}  // namespace

std::string to_line(const Envelope& envelope) {
    Json j = {{"letter", envelope.letter}, {"receipt", envelope.receipt}};
    if (!envelope.sealed.empty()) j["sealed"] = base::base64(envelope.sealed);
    return j.dump() + "\n";
}

base::Result<Envelope> parse_envelope(std::string_view line) {
    HEARTH_TRY(json, base::parse_json(line));
    try {
        Envelope envelope{json.at("letter"), json.at("receipt"), {}};
        if (!json.contains("sealed")) return envelope;
        HEARTH_TRY(sealed, base::from_base64(json["sealed"].get<std::string>()));
        envelope.sealed = std::move(sealed);
        return envelope;
    } catch (const Json::exception&) {
        return malformed("referral/envelope", "member");
    }
}

std::string receipt_of(record::Store& store, const record::VerifierKey& key, std::uint64_t entry) {
    const std::string note = store.checkpoint();
    const auto checkpoint = record::read_checkpoint(note);
    const auto entries = store.entries(entry, 1, false);
    if (!checkpoint || entries.empty()) throw base::Fault("entry " + std::to_string(entry) + " is not in the store");
    auto proof = record::stored_inclusion(store, entry, checkpoint->checkpoint.size);
    if (!proof) throw base::Fault("a tile of the record is missing: " + to_string(proof.error()));
    record::Receipt receipt;
    receipt.key = key;
    receipt.leaf = entries.front().leaf;
    receipt.disclosures = {entries.front().frame};
    receipt.proof = record::to_string(record::TlogProof{std::nullopt, entry, std::move(*proof), note});
    return record::to_string(receipt);
}

std::vector<office::CopiedField> copies_for(record::Store& store, const Self& self, const record::LetterRow& row,
                                            const office::Letter& letter) {
    std::vector<office::CopiedField> copies;
    if (letter.kind != office::LetterKind::custody) return copies;
    std::size_t bytes = 0;
    // From the newest act back: if something has to stay behind, it is the oldest.
    for (std::size_t place = letter.acts.size(); place-- > 0;) {
        for (record::SealedField& field : content_of(store, self, row.matter, letter.acts[place])) {
            if (!may_read(field, row.to) || copies.size() >= k_copies_max) continue;
            if (bytes + field.disclosure.size() > k_copies_bytes_max) continue;
            bytes += field.disclosure.size();
            copies.push_back({place, std::move(field)});
        }
    }
    std::ranges::stable_sort(copies, {}, &office::CopiedField::place);
    return copies;
}

std::string to_text(const std::vector<office::CopiedField>& copies) {
    Json list = Json::array();
    for (const office::CopiedField& copy : copies) {
        Json j = {{"place", copy.place},
                  {"name", copy.field.name},
                  {"class", copy.field.klass},
                  {"keep", copy.field.keep},
                  {"disclosure", copy.field.disclosure}};
        if (copy.field.erase_at) j["erase_at"] = copy.field.erase_at->ms;
        list.push_back(std::move(j));
    }
    return list.dump();
}

base::Result<std::vector<office::CopiedField>> parse_copies(std::string_view text, const std::vector<office::FiledAct>& acts) {
    HEARTH_TRY(json, base::parse_json(text));
    std::vector<office::CopiedField> copies;
    try {
        for (const Json& j : json) copies.push_back(read_copy(j));
    } catch (const Json::exception&) {
        return malformed("referral/copies", "member");
    }
    const bool belong = copies.size() <= k_copies_max &&
                        std::ranges::all_of(copies, [&](const office::CopiedField& copy) { return belongs(copy, acts); });
    if (!belong) return malformed("referral/copies", "digest");
    return copies;
}

base::Result<record::Frame> proved_frame(const std::string& receipt, const record::VerifierKey& key) {
    HEARTH_TRY(parsed, record::parse_receipt(receipt));
    HEARTH_TRY(proved, record::prove(parsed));
    HEARTH_TRY(vouched, record::vouch(proved.signed_checkpoint, key));
    (void)vouched;
    const auto frame = std::ranges::find_if(proved.disclosed, [](const record::Disclosed& one) { return one.name == "frame"; });
    if (frame == proved.disclosed.end()) return malformed("record/frame", "");
    return record::frame_from_json(frame->value);
}

bool tells_of(const record::Frame& frame, std::string_view act, const office::Letter& letter, const std::string& digest) {
    const bool is_sent = act == matter::k_letter_sent;
    const base::OfficeId& author = is_sent ? letter.from : letter.to;
    const base::OfficeId& other = is_sent ? letter.to : letter.from;
    const auto text = [&](const char* name) {
        const auto found = frame.facts.find(name);
        return found != frame.facts.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto sequence = frame.facts.find("sequence");
    return frame.act == act && frame.office == author && text("letter") == digest && text(is_sent ? "to" : "from") == other.text &&
           sequence != frame.facts.end() && sequence->is_number_unsigned() && *sequence == letter.sequence;
}

}  // namespace hearth::referral
