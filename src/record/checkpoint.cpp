#include "record/checkpoint.hpp"

#include "record/lines.hpp"

namespace hearth::record {

std::string to_string(const Checkpoint& checkpoint) {
    std::string text = checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n";
    text += base::base64(base::view(checkpoint.root)) + "\n";
    for (const std::string& line : checkpoint.extensions) text += line + "\n";
    return text;
}

base::Result<Checkpoint> parse_checkpoint(std::string_view text) {
    const auto refused = [](std::size_t line) {
        return base::Refusal{base::Reason::malformed, "record/checkpoint", {}, std::to_string(line)};
    };
    Checkpoint checkpoint;
    const auto origin = take_line(text);
    if (!origin || origin->empty()) return refused(1);
    checkpoint.origin = *origin;
    const auto size_line = take_line(text);
    const auto size = parse_decimal(size_line.value_or(""));
    if (!size) return refused(2);
    checkpoint.size = *size;
    const auto root_line = take_line(text);
    const auto root = base::from_base64(root_line.value_or("")).and_then(base::to_bytes32);
    if (!root) return refused(3);
    checkpoint.root = *root;
    while (const auto line = take_line(text)) {
        if (line->empty()) return refused(4 + checkpoint.extensions.size());
        checkpoint.extensions.emplace_back(*line);
    }
    if (!text.empty()) return refused(4 + checkpoint.extensions.size());
    return checkpoint;
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const base::Signer& signer) {
    std::string text = to_string(checkpoint);
    SignatureLine line = sign_note(text, checkpoint.origin, signer);
    return to_string(Note{std::move(text), {std::move(line)}});
}

base::Result<SignedCheckpoint> read_checkpoint(std::string_view note) {
    HEARTH_TRY(parsed, parse_note(note));
    HEARTH_TRY(checkpoint, parse_checkpoint(parsed.text));
    return SignedCheckpoint{std::move(checkpoint), std::move(parsed)};
}

}  // namespace hearth::record
