#include "record/tlog_policy.hpp"

#include <algorithm>
#include <optional>

#include "record/lines.hpp"

namespace hearth::record {

namespace {

constexpr std::string_view k_none = "none";
constexpr std::string_view k_white = " \t";

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t at = line.find_first_not_of(k_white); at != std::string_view::npos; at = line.find_first_not_of(k_white, at)) {
        const std::size_t end = std::min(line.find_first_of(k_white, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

bool has_forbidden_control(std::string_view line) {
    return std::ranges::any_of(line, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f'; });
}

}  // namespace

/// One line after the other; every step returns the word at fault, if any.
class PolicyReader {
public:
    using Fault = std::optional<std::string>;

    Fault read_line(std::string_view line) {
        if (has_forbidden_control(line)) return "";
        const auto words = words_of(line);
        if (words.empty() || words[0].starts_with('#')) return std::nullopt;
        if (words[0] == "log") return read_log(words);
        if (words[0] == "witness") return read_witness(words);
        if (words[0] == "group") return read_group(words);
        if (words[0] == "quorum") return read_quorum(words);
        return std::string(words[0]);
    }

    [[nodiscard]] bool has_quorum() const { return !policy_.quorum_.empty(); }
    TlogPolicy take() && { return std::move(policy_); }

private:
    using Words = std::vector<std::string_view>;

    Fault read_log(const Words& words) {
        if (words.size() < 2 || words.size() > 3) return "log";
        const auto key = parse_key(words[1]);
        const auto same = [&](const VerifierKey& other) { return other.key == key->key; };
        if (!key || key->type != VerifierKey::Type::note || std::ranges::any_of(policy_.logs_, same)) return std::string(words[1]);
        policy_.logs_.push_back(*key);
        return std::nullopt;
    }

    Fault read_witness(const Words& words) {
        if (words.size() < 3 || words.size() > 4) return "witness";
        if (!is_new(words[1])) return std::string(words[1]);
        const auto key = parse_key(words[2]);
        const auto same = [&](const TlogPolicy::Party& party) { return party.members.empty() && party.key.key == key->key; };
        if (!key || key->type != VerifierKey::Type::cosignature || std::ranges::any_of(policy_.parties_, same))
            return std::string(words[2]);
        add({std::string(words[1]), {}, 1, *key});
        return std::nullopt;
    }

    Fault read_group(const Words& words) {
        if (words.size() < 4) return "group";
        if (!is_new(words[1])) return std::string(words[1]);
        TlogPolicy::Party group{std::string(words[1]), {}, 0, {}};
        for (const std::string_view name : std::span(words).subspan(3)) {
            const auto place = find(name);
            if (!place || in_group_[*place]) return std::string(name);
            in_group_[*place] = true;
            group.members.push_back(*place);
        }
        const auto count = words[2] == "any" ? 1 : words[2] == "all" ? group.members.size() : parse_decimal(words[2]).value_or(0);
        if (count < 1 || count > group.members.size()) return std::string(words[2]);
        group.threshold = static_cast<std::size_t>(count);
        add(std::move(group));
        return std::nullopt;
    }

    Fault read_quorum(const Words& words) {
        if (words.size() != 2 || has_quorum()) return "quorum";
        if (words[1] != k_none && !find(words[1])) return std::string(words[1]);
        policy_.quorum_ = words[1];
        return std::nullopt;
    }

    void add(TlogPolicy::Party party) {
        policy_.parties_.push_back(std::move(party));
        in_group_.push_back(false);
    }

    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
        const auto found = std::ranges::find(policy_.parties_, name, &TlogPolicy::Party::name);
        if (found == policy_.parties_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - policy_.parties_.begin());
    }
    [[nodiscard]] bool is_new(std::string_view name) const { return name != k_none && !find(name); }

    TlogPolicy policy_;
    std::vector<bool> in_group_;
};

base::Result<TlogPolicy> TlogPolicy::parse(std::string_view text) {
    const auto refused = [](int line, std::string field) {
        return base::Refusal{base::Reason::malformed, "record/policy", {"", line, 0, std::move(field)}, {}};
    };
    PolicyReader reader;
    int number = 1;
    for (; const auto line = take_line(text); ++number) {
        if (const auto fault = reader.read_line(*line)) return refused(number, *fault);
    }
    if (!text.empty()) return refused(number, "");
    if (!reader.has_quorum()) return refused(number, "quorum");
    return std::move(reader).take();
}

std::vector<VerifierKey> TlogPolicy::keys() const {
    std::vector<VerifierKey> keys = logs_;
    for (const Party& party : parties_) {
        if (party.members.empty()) keys.push_back(party.key);
    }
    return keys;
}

bool TlogPolicy::is_quorate(std::span<const VerifierKey> signers) const {
    if (quorum_ == k_none) return true;
    std::vector<bool> witnessed;  // a group comes after its members
    for (const Party& party : parties_) {
        const bool is_signer = party.members.empty() && std::ranges::find(signers, party.key) != signers.end();
        const auto count = std::ranges::count_if(party.members, [&](std::size_t member) { return witnessed[member]; });
        witnessed.push_back(is_signer || (!party.members.empty() && static_cast<std::size_t>(count) >= party.threshold));
        if (party.name == quorum_) return witnessed.back();
    }
    return false;
}

}  // namespace hearth::record
