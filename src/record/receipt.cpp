#include "record/receipt.hpp"

#include "record/lines.hpp"

namespace hearth::record {

namespace {

std::string line(std::string_view word, std::string_view value) {
    std::string text(word);
    return text.append(" ").append(value).append("\n");
}

/// Reads line after line and knows the number of the one at hand.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) { next(); }

    void next() {
        line_ = take_line(rest_);
        ++number_;
    }

    std::optional<std::string_view> take(std::string_view word) {
        const auto value = after_word(line_.value_or(""), word);
        if (value) next();
        return value;
    }

    [[nodiscard]] bool is(std::string_view text) const { return line_ == text; }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] base::Refusal refused() const { return {base::Reason::malformed, "record/receipt", {}, std::to_string(number_)}; }

private:
    std::string_view rest_;
    std::optional<std::string_view> line_;
    int number_ = 0;
};

}  // namespace

std::string to_string(const Receipt& receipt) {
    std::string text(k_receipt_head);
    text += "\n";
    if (!receipt.matter.empty()) text += line("matter", receipt.matter);
    if (receipt.code) text += line("code", *receipt.code);
    text += line("key", receipt.key.text());
    text += line("entry", receipt.leaf);
    for (const std::string& disclosure : receipt.disclosures) text += line("disclosure", disclosure);
    return text + "\n" + receipt.proof;
}

base::Result<Receipt> parse_receipt(std::string_view text) {
    Lines lines(text);
    if (!base::is_utf8(text) || !lines.is(k_receipt_head)) return lines.refused();
    lines.next();
    Receipt receipt;
    if (const auto matter = lines.take("matter")) {
        receipt.matter = *matter;
        if (receipt.matter.empty()) return lines.refused();
    }
    if (const auto code = lines.take("code")) receipt.code = *code;
    const base::Refusal at_key = lines.refused();
    const auto key_text = lines.take("key");
    if (!key_text) return at_key;
    const auto key = parse_key(*key_text);
    if (!key) return at_key;
    receipt.key = *key;
    const auto leaf = lines.take("entry");
    if (!leaf) return lines.refused();
    receipt.leaf = *leaf;
    while (const auto disclosure = lines.take("disclosure")) receipt.disclosures.emplace_back(*disclosure);
    if (!lines.is("")) return lines.refused();
    receipt.proof = lines.rest();
    return receipt;
}

}  // namespace hearth::record
