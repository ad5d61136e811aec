#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "record/act.hpp"

/// Letters between offices as data (docs/formats/referral.md): what one says, its one spelling, and what comes with it when it is
/// delivered. Not here: who may send what (clerk), how it travels (referral).
namespace hearth::office {

enum class LetterKind {
    custody,  // the matter goes on in the receiver's record
    news,     // what happened to a matter of which the receiver holds a part
    slip,     // by when a matter below is answered, or that it is (right 23)
    erased,   // content that was sent along must go
    present   // nothing but a fresh checkpoint: this office still works
};
std::string_view word(LetterKind kind);

/// An act as the file of a matter holds it, with the record in which it stands.
struct FiledAct {
    std::string record;  // origin
    std::uint64_t index = 0;
    std::string leaf;
    std::string frame;  // disclosure

    bool operator==(const FiledAct&) const = default;
};

/// A field of content in some record.
struct FieldPlace {
    std::string record;
    std::uint64_t index = 0;
    std::string name;

    bool operator==(const FieldPlace&) const = default;
};

struct Letter {
    LetterKind kind = LetterKind::present;
    base::OfficeId from;
    base::OfficeId to;
    std::uint64_t sequence = 0;
    base::Instant written_at;
    std::string code;                     // digest of the matter's receipt code
    std::string number;                   // custody: as people quote it
    std::string folded;                   // custody: the matter as matter::save writes it
    std::vector<FiledAct> acts;           // custody: all of them, oldest first; news: what is new
    std::uint64_t counted = 0;            // news: acts of the matter with these
    base::OfficeId custodian;             // news: in whose record it goes on
    std::vector<base::OfficeId> holders;  // news: who else holds a part
    std::optional<record::Due> due;       // slip: by when; none: no answer is owed any more
    std::vector<FieldPlace> erased;
    std::string ground;  // erased: a word of the catalogue

    bool operator==(const Letter&) const = default;
};

/// Canonical JSON; its SHA-256 in hex is the digest that both records commit to.
std::string to_text(const Letter& letter);
std::string digest_of(std::string_view text);

/// Refused `malformed` referral/letter: what to_text does not write, a custody letter whose matter or acts cannot be read, news
/// without an act.
base::Result<Letter> parse_letter(std::string_view text);

/// A field of content that came along with `acts[place]` of a letter.
struct CopiedField {
    std::size_t place = 0;
    record::SealedField field;
};

/// What the carrier hands to the clerk of the receiver once it knows who sent it and that nothing was changed.
struct Delivery {
    Letter letter;
    std::string text;   // of the letter, verbatim
    std::string proof;  // the sender's receipt of its act `letter_sent`
    std::vector<CopiedField> copies;
    base::Instant received_at;
};

/// The name under which the receiver keeps a copied field, whose value is the disclosure of its origin, verbatim, so that it still
/// belongs to the leaf there: "file.3.request.words"; and back: place and name, when it is one.
std::string name_of_copy(std::size_t place, std::string_view name);
std::optional<std::pair<std::size_t, std::string>> copy_named(std::string_view name);

/// What a field of content says: its own name and value, or those of the field of which it is a copy.
base::Result<record::Disclosed> open_field(const record::SealedField& field);

/// Content of an act `letter_received`: the letter and the sender's receipt, as they came.
inline constexpr std::string_view k_letter_text = "letter.text";
inline constexpr std::string_view k_letter_proof = "letter.proof";
/// Whether a field is the letter itself, which holds nothing about a person.
bool is_letter_field(std::string_view name);
/// The letter in the content of an act `letter_received`; nothing in other content, and when it cannot be read any more.
std::optional<Letter> letter_in(const std::vector<record::SealedField>& content);
/// What came along with `acts[place]` of that letter, each field as it stands in its origin, under its name there.
std::vector<record::SealedField> copies_in(const std::vector<record::SealedField>& content, std::size_t place);

}  // namespace hearth::office
