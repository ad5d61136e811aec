// What verifying found, in words for people who never read the code.
#include <algorithm>
#include <array>
#include <utility>

#include "cli/verify_record.hpp"

namespace hearth::cli {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> k_words{{
    {"record/add_checkpoint", "not a request to a witness"},
    {"record/bundle", "entries are missing or cut short"},
    {"record/checkpoint", "the checkpoint is malformed at its line"},
    {"record/consistency", "one record is not the beginning of the other"},
    {"record/digest_twice", "the entry commits twice to the same digest"},
    {"record/disclosure", "a disclosure cannot be read"},
    {"record/disclosure_name", "a field is kept under another name than the one committed to"},
    {"record/disclosure_twice", "a disclosure comes twice"},
    {"record/disclosure_unknown", "a disclosure was tampered with: the entry does not commit to it"},
    {"record/frame", "the frame of the act is malformed"},
    {"record/inclusion", "the entry is not at this place of the record that the checkpoint speaks of"},
    {"record/key", "the verifier key is malformed"},
    {"record/leaf", "the entry is not the leaf of an act"},
    {"record/node", "a tile is missing"},
    {"record/note", "the checkpoint is no signed note"},
    {"record/note_crowded", "the checkpoint has more than 100 signatures"},
    {"record/note_line", "a signature line is malformed"},
    {"record/note_signature", "the signature is wrong: the checkpoint was changed after it was signed by"},
    {"record/note_unsigned", "none of the keys you trust signed the checkpoint"},
    {"record/quorum", "too few witnesses cosigned for the quorum"},
    {"record/receipt", "the receipt is malformed at its line"},
    {"record/tile", "a tile does not hold the hashes of the entries:"},
    {"record/tlog_proof", "the proof is malformed at its line"},
    {"record/unknown_log", "you trust no key for the origin"},
}};

std::string named(const record::VerifierKey& key) {
    return key.name + " (key " + base::hex(base::view(key.key)).substr(0, 16) + "..)";
}

void say_witnesses(Verdict& verdict, const record::Vouched& vouched, const record::TlogPolicy& policy) {
    std::string names;
    for (const record::VerifierKey& key : vouched.witnesses) names += (names.empty() ? "" : ", ") + key.name;
    verdict.say("witnesses", names.empty() ? "your policy asks for none" : names + ": enough for quorum " + policy.quorum());
}

std::optional<record::VerifierKey> by_policy(Verdict& verdict, const record::SignedCheckpoint& checkpoint,
                                             const record::TlogPolicy& policy) {
    const auto vouched = record::vouch(checkpoint, policy);
    if (!vouched) {
        verdict.fail("signature", in_words(vouched.error()));
        return std::nullopt;
    }
    verdict.say("signature", "by " + named(vouched->log) + ", a log of your policy");
    say_witnesses(verdict, *vouched, policy);
    return vouched->log;
}

std::optional<record::VerifierKey> by_key(Verdict& verdict, const record::SignedCheckpoint& checkpoint,
                                          const record::VerifierKey& key, const std::string& standing) {
    const auto vouched = record::vouch(checkpoint, key);
    if (!vouched) {
        verdict.fail("signature", in_words(vouched.error()));
        return std::nullopt;
    }
    verdict.say("signature", "by " + named(key) + ", " + standing);
    return vouched->log;
}

}  // namespace

bool Verdict::holds() const {
    return std::ranges::all_of(lines, [](const Line& line) { return line.holds; });
}

std::string in_words(const base::Refusal& refusal) {
    const auto found = std::ranges::find(k_words, std::string_view(refusal.rule), &decltype(k_words)::value_type::first);
    if (found == k_words.end()) return base::to_string(refusal);
    std::string words(found->second);
    if (!refusal.detail.empty()) words += " " + refusal.detail;
    return words + " [" + refusal.rule + "]";
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::optional<record::VerifierKey> say_who_signed(Verdict& verdict, const record::SignedCheckpoint& signed_checkpoint,
                                                  const std::string& offered, const Trust& trust) {
    if (trust.policy) return by_policy(verdict, signed_checkpoint, *trust.policy);
    if (trust.key) return by_key(verdict, signed_checkpoint, *trust.key, "the key that you named");
    if (offered.empty()) {
        verdict.fail("signature", "not checked: no verifier key comes with it; name one with --key or --policy");
        return std::nullopt;
    }
    const auto key = record::parse_key(offered);
    if (key) return by_key(verdict, signed_checkpoint, *key, "whom you have not confirmed (compare the key with a printed notice)");
    verdict.fail("signature", in_words(key.error()));
    return std::nullopt;
}

}  // namespace hearth::cli
