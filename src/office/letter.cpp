#include "office/letter.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "base/json.hpp"
#include "matter/matter.hpp"
#include "record/disclosure.hpp"
#include "record/leaf.hpp"
#include "record/sha256.hpp"

namespace hearth::office {

namespace {

using base::Json;

constexpr int k_letter_format = 1;
constexpr std::array k_words{"custody", "news", "slip", "erased", "present"};
constexpr std::string_view k_copy_prefix = "file.";

base::Refusal malformed(std::string detail) { return {base::Reason::malformed, "referral/letter", {}, std::move(detail)}; }

Json json_of(const FiledAct& act) {
    return {{"record", act.record}, {"index", act.index}, {"leaf", act.leaf}, {"frame", act.frame}};
}

Json json_of(const FieldPlace& place) { return {{"record", place.record}, {"index", place.index}, {"name", place.name}}; }

template <class T>
Json list_of(const std::vector<T>& items) {
    Json list = Json::array();
    for (const T& item : items) list.push_back(json_of(item));
    return list;
}

Json ids_of(const std::vector<base::OfficeId>& offices) {
    Json list = Json::array();
    for (const base::OfficeId& office : offices) list.push_back(office.text);
    return list;
}

void add_matter(const Letter& letter, Json& j) {
    if (letter.kind == LetterKind::present) return;
    j["code"] = letter.code;
    if (letter.kind == LetterKind::custody) {
        j["number"] = letter.number;
        j["matter"] = Json::parse(letter.folded);
        j["acts"] = list_of(letter.acts);
    } else if (letter.kind == LetterKind::news) {
        j["acts"] = list_of(letter.acts);
        j["counted"] = letter.counted;
        j["custodian"] = letter.custodian.text;
        j["holders"] = ids_of(letter.holders);
    } else if (letter.kind == LetterKind::slip && letter.due) {
        j["due"] = {{"ends", letter.due->ends.ms}, {"last_day", letter.due->last_day}, {"provisional", letter.due->provisional}};
    } else if (letter.kind == LetterKind::erased) {
        j["erased"] = list_of(letter.erased);
        j["ground"] = letter.ground;
    }
}

/// A member of another type is no letter: to convert -1 or 1e300 would be to make up a number.
std::uint64_t count_in(const Json& j) { return j.get_ref<const Json::number_unsigned_t&>(); }
base::Instant instant_in(const Json& j) { return {j.get_ref<const Json::number_integer_t&>()}; }

std::vector<FiledAct> read_acts(const Json& j) {
    std::vector<FiledAct> acts;
    for (const Json& act : j.at("acts"))
        acts.push_back({act.at("record"), count_in(act.at("index")), act.at("leaf"), act.at("frame")});
    return acts;
}

void read_matter(const Json& j, Letter& letter) {
    if (letter.kind == LetterKind::present) return;
    letter.code = j.at("code");
    if (letter.kind == LetterKind::custody) {
        letter.number = j.at("number");
        letter.folded = j.at("matter").dump();
        letter.acts = read_acts(j);
    } else if (letter.kind == LetterKind::news) {
        letter.acts = read_acts(j);
        letter.counted = count_in(j.at("counted"));
        letter.custodian = {j.at("custodian")};
        for (const Json& holder : j.at("holders")) letter.holders.push_back({holder.get<std::string>()});
    } else if (letter.kind == LetterKind::slip && j.contains("due")) {
        const Json& due = j["due"];
        letter.due = record::Due{instant_in(due.at("ends")), due.at("last_day"), due.at("provisional")};
    } else if (letter.kind == LetterKind::erased) {
        for (const Json& place : j.at("erased"))
            letter.erased.push_back({place.at("record"), count_in(place.at("index")), place.at("name")});
        letter.ground = j.at("ground");
    }
}

Letter read(const Json& j) {
    Letter letter;
    const auto kind = std::ranges::find(k_words, j.at("kind").get<std::string>());
    // A word that is none of these reads as the last and is refused for its spelling.
    letter.kind = kind == k_words.end() ? LetterKind::present : static_cast<LetterKind>(kind - k_words.begin());
    letter.from = {j.at("from")};
    letter.to = {j.at("to")};
    letter.sequence = count_in(j.at("sequence"));
    letter.written_at = instant_in(j.at("written_at"));
    read_matter(j, letter);
    return letter;
}

/// Each act is the leaf of one, and its frame belongs to it.
bool are_whole(const std::vector<FiledAct>& acts) {
    return std::ranges::all_of(acts, [](const FiledAct& act) {
        const auto leaf = record::parse_leaf(act.leaf);
        return leaf && record::check_disclosures(leaf->digests, {act.frame}) && record::open_frame(act.frame);
    });
}

base::Result<base::Done> check(const Letter& letter) {
    if (!are_whole(letter.acts)) return malformed("acts");
    if (letter.kind == LetterKind::news && letter.acts.empty()) return malformed("acts");
    if (letter.kind != LetterKind::custody) return base::Done{};
    const auto matter = matter::load(letter.folded);
    if (!matter || matter->code_digest != letter.code) return malformed("matter");
    return base::Done{};
}

}  // namespace

std::string_view word(LetterKind kind) { return k_words.at(static_cast<std::size_t>(kind)); }

std::string to_text(const Letter& letter) {
    Json j = {{"v", k_letter_format}, {"kind", word(letter.kind)},   {"from", letter.from.text},
              {"to", letter.to.text}, {"sequence", letter.sequence}, {"written_at", letter.written_at.ms}};
    add_matter(letter, j);
    auto text = base::canonical_json(j);
    HEARTH_CHECK(text.has_value());
    return std::move(*text);
}

std::string digest_of(std::string_view text) { return base::hex(base::view(record::sha256(text))); }

base::Result<Letter> parse_letter(std::string_view text) {
    HEARTH_TRY(json, base::parse_json(text));
    try {
        if (json.at("v") != k_letter_format) return malformed("v");
        Letter letter = read(json);
        HEARTH_TRY(checked, check(letter));
        // One spelling, and nothing beside what is known: a member too many would be signed without being read.
        if (to_text(letter) != text) return malformed("spelling");
        return letter;
    } catch (const Json::exception&) {
        return malformed("member");
    }
}

std::string name_of_copy(std::size_t place, std::string_view name) {
    return std::string(k_copy_prefix) + std::to_string(place) + "." + std::string(name);
}

std::optional<std::pair<std::size_t, std::string>> copy_named(std::string_view name) {
    if (!name.starts_with(k_copy_prefix)) return std::nullopt;
    name.remove_prefix(k_copy_prefix.size());
    std::size_t place = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), place);
    if (error != std::errc{} || end == name.data() + name.size() || *end != '.') return std::nullopt;
    return std::pair(place, std::string(end + 1, name.data() + name.size()));
}

base::Result<record::Disclosed> open_field(const record::SealedField& field) {
    HEARTH_TRY(own, record::open_disclosure(field.disclosure));
    if (!copy_named(field.name) || !own.value.is_string()) return own;
    return record::open_disclosure(own.value.get_ref<const std::string&>());
}

std::optional<Letter> letter_in(const std::vector<record::SealedField>& content) {
    const auto field = std::ranges::find(content, k_letter_text, &record::SealedField::name);
    if (field == content.end()) return std::nullopt;
    const auto text = record::open_disclosure(field->disclosure);
    if (!text || !text->value.is_string()) return std::nullopt;
    auto letter = parse_letter(text->value.get_ref<const std::string&>());
    return letter ? std::optional(std::move(*letter)) : std::nullopt;
}

std::vector<record::SealedField> copies_in(const std::vector<record::SealedField>& content, std::size_t place) {
    std::vector<record::SealedField> fields;
    for (const record::SealedField& field : content) {
        const auto copy = copy_named(field.name);
        if (!copy || copy->first != place) continue;
        const auto own = record::open_disclosure(field.disclosure);
        if (own && own->value.is_string())
            fields.push_back({copy->second, own->value.get<std::string>(), field.klass, field.erase_at, field.keep});
    }
    return fields;
}

bool is_letter_field(std::string_view name) { return name == k_letter_text || name == k_letter_proof; }

}  // namespace hearth::office
