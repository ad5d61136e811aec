#include "record/note.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/cosignature.hpp"
#include "record/ed25519.hpp"

namespace hearth::record {
namespace {

// The example of C2SP signed-note.
constexpr std::string_view k_example_key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr std::string_view k_example =
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

base::Refusal malformed(std::string rule) { return {base::Reason::malformed, std::move(rule)}; }

TEST(VerifierKey, ComesBackFromItsText) {
    const VerifierKey key = parse_key(k_example_key).value();
    EXPECT_EQ(key.name, "example.com/foo");
    EXPECT_EQ(key.id(), 0x530d903aU);
    EXPECT_EQ(key.text(), k_example_key);
    const Ed25519Signer signer(base::Bytes32{1});
    const VerifierKey witness{"w", VerifierKey::Type::cosignature, signer.public_key()};
    EXPECT_EQ(parse_key(witness.text()).value(), witness);
    EXPECT_NE(witness.id(), (VerifierKey{"w", VerifierKey::Type::note, signer.public_key()}.id()));
}

TEST(VerifierKey, RefusesWhatDoesNotBelongTogether) {
    const std::string good(k_example_key);
    for (const std::string& text :
         {std::string(), std::string("+"), std::string("a+b"), good.substr(1), good + "A", good.substr(0, good.size() - 1),
          "example.com/foo+530D903A" + good.substr(24), "example.com/foo+530d903b" + good.substr(24), "+530d903a" + good.substr(24),
          " " + good, good + "\n", std::string("a+00000000+AQ==")}) {
        EXPECT_EQ(parse_key(text).error(), malformed("record/key")) << text;
    }
}

TEST(KeyName, HasNoSpacesAndNoPlus) {
    for (const std::string_view name : {"a", "example.org/o/village", "村.example", "\u200b"})
        EXPECT_TRUE(is_key_name(name)) << name;
    for (const std::string_view name : {"", "a b", "a+b", "a\u00a0b", "\u3000", "a\n", "a\u2028", "\xff"})
        EXPECT_FALSE(is_key_name(name)) << name;
}

TEST(Note, VerifiesTheExampleOfTheStandard) {
    const Note note = parse_note(k_example).value();
    EXPECT_EQ(note.text, "This is an example message.\n");
    EXPECT_EQ(to_string(note), k_example);
    const std::vector<VerifierKey> keys{parse_key(k_example_key).value()};
    EXPECT_EQ(verify_note(note, keys).value(), keys);
}

TEST(Note, IsSplitAtItsLastEmptyLine) {
    const Ed25519Signer signer(base::Bytes32{1});
    const std::string text = "one\n\ntwo\n\n\u2014 not a signature\n";
    const Note note{text, {sign_note(text, "name", signer)}};
    EXPECT_EQ(parse_note(to_string(note)).value(), note);
}

TEST(Note, SaysWhatIsMalformed) {
    const std::string line(k_example.substr(k_example.find("—")));
    const std::pair<std::string, std::string> notes[] = {
        {"", "record/note"},
        {"text\n", "record/note"},
        {"text\n\n", "record/note"},
        {"text" + line, "record/note"},
        {"text\n" + line, "record/note"},
        {"text\n\n" + line.substr(0, line.size() - 1), "record/note"},
        {"text\r\n\n" + line, "record/note"},
        {"te\x01xt\n\n" + line, "record/note"},
        {"te\xffxt\n\n" + line, "record/note"},
        {"text\n\nno line\n" + line, "record/note_line"},
        {"text\n\n" + line + "and more\n", "record/note_line"},
        {"text\n\n— Bad Name " + line.substr(line.find("Uw2")), "record/note_line"},
        {"text\n\n— +name " + line.substr(line.find("Uw2")), "record/note_line"},
        {"text\n\n-- name " + line.substr(line.find("Uw2")), "record/note_line"},
        {"text\n\n— name Uw2QOg==\n", "record/note_line"},
        {"text\n\n— name Uw2QOkn\n", "record/note_line"},
        {"text\n\n— name  Uw2QOkk=\n", "record/note_line"},
    };
    for (const auto& [text, rule] : notes) {
        const auto note = parse_note(text);
        ASSERT_FALSE(note) << text;
        EXPECT_EQ(note.error(), malformed(rule)) << text;
    }
    EXPECT_TRUE(parse_note("text\n\n— name Uw2QOkk=\n"));
}

TEST(Note, HoldsAHundredSignaturesAndNoMore) {
    std::string text = "text\n\n";
    for (std::size_t i = 0; i < k_note_signatures_max; ++i) text += "— name Uw2QOkk=\n";
    EXPECT_TRUE(parse_note(text));
    EXPECT_EQ(parse_note(text + "— name Uw2QOkk=\n").error(), malformed("record/note_crowded"));
}

TEST(VerifyNote, PassesOverUnknownKeysButNotOverWrongSignatures) {
    const Ed25519Signer one(base::Bytes32{1});
    const Ed25519Signer two(base::Bytes32{2});
    const VerifierKey key_one{"one", VerifierKey::Type::note, one.public_key()};
    const VerifierKey key_two{"two", VerifierKey::Type::note, two.public_key()};
    const Note note{"text\n", {sign_note("text\n", "one", one), sign_note("text\n", "two", two), sign_note("text\n", "one", one)}};
    EXPECT_EQ(verify_note(note, std::vector{key_two}).value(), std::vector{key_two});
    EXPECT_EQ(verify_note(note, std::vector{key_one, key_two}).value(), (std::vector{key_one, key_two}));
    EXPECT_EQ(verify_note(note, {}).error(), (base::Refusal{base::Reason::not_permitted, "record/note_unsigned"}));
    Note wrong = note;
    wrong.signatures[1].signature[0] ^= 1;
    const base::Refusal bad{base::Reason::not_permitted, "record/note_signature", {}, "two"};
    EXPECT_EQ(verify_note(wrong, std::vector{key_one, key_two}).error(), bad);
    EXPECT_EQ(verify_note(wrong, std::vector{key_one}).value(), std::vector{key_one});
    wrong.text = "other\n";
    EXPECT_FALSE(verify_note(wrong, std::vector{key_one}));
}

// A key for notes must not count as a witness, nor the other way round.
TEST(VerifyNote, TellsNotesFromCosignatures) {
    const Ed25519Signer signer(base::Bytes32{1});
    const VerifierKey log{"name", VerifierKey::Type::note, signer.public_key()};
    const VerifierKey witness{"name", VerifierKey::Type::cosignature, signer.public_key()};
    const Note note{"text\n", {cosign("text\n", "name", 1, signer)}};
    EXPECT_EQ(verify_note(note, std::vector{log, witness}).value(), std::vector{witness});
    Note forged = note;
    forged.signatures[0].signature = sign_note("text\n", "name", signer).signature;
    EXPECT_EQ(verify_note(forged, std::vector{witness}).error().rule, "record/note_signature");
}

RC_GTEST_PROP(Note, ComesBackFromItsText, ()) {
    const Ed25519Signer signer(base::Bytes32{9});
    const auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab \n+\t").append("c")));
    std::string text = *letters;
    std::erase(text, '\t');
    text += "\n";
    Note note{text, {sign_note(text, "name", signer)}};
    RC_ASSERT(parse_note(to_string(note)).value() == note);
    RC_ASSERT(verify_note(note, std::vector{VerifierKey{"name", VerifierKey::Type::note, signer.public_key()}}).has_value());
}

}  // namespace
}  // namespace hearth::record
