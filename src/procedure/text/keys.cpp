#include "procedure/text/keys.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace hearth::procedure::text {

namespace {

/// Levenshtein's distance, row by row.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (const char letter : a) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (letter == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

constexpr double k_days_max = 200 * 366;

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::optional<int> decimal(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool leading_zero = text.size() > 1 && text.starts_with('0');
    if (error != std::errc() || end != text.data() + text.size() || leading_zero) return std::nullopt;
    return value;
}

constexpr std::string_view k_wanted[] = {"a text", "a list", "a map"};

bool is_kind(const YamlNode& node, YamlNode::Kind kind, const std::string& what, Reading& reading) {
    if (node.kind == kind) return true;
    reading.error(node.mark, what + " must be " + std::string(k_wanted[static_cast<std::size_t>(kind)]));
    return false;
}

}  // namespace

Keys::Keys(const YamlNode& node, std::string what, Reading& reading)
    : node_(node), what_(std::move(what)), reading_(reading), is_map_(is_kind(node, YamlNode::Kind::map, what_, reading)) {}

const YamlNode* Keys::need(std::string_view key) {
    const YamlNode* found = maybe(key);
    if (found == nullptr && is_map_) reading_.error(node_.mark, what_ + " lacks the key " + in_quotes(key));
    return found;
}

const YamlNode* Keys::maybe(std::string_view key) {
    asked_.push_back(key);
    return node_.find(key);
}

const Mark& Keys::mark_of(std::string_view key) const {
    const auto entry = std::ranges::find(node_.entries, key, [](const auto& e) { return std::string_view(e.key.text); });
    return entry == node_.entries.end() ? node_.mark : entry->key.mark;
}

void Keys::refuse_others() {
    for (const auto& entry : node_.entries) {
        if (std::ranges::find(asked_, entry.key.text) != asked_.end()) continue;
        reading_.error(entry.key.mark,
                       "unknown key " + in_quotes(entry.key.text) + " in " + what_ + did_you_mean(entry.key.text, asked_));
    }
}

std::string did_you_mean(std::string_view word, const Words& known) {
    if (word.size() > 40) return {};
    std::string_view best;
    std::size_t best_distance = word.size() / 3 + 1;
    for (const std::string_view candidate : known) {
        const std::size_t d = distance(word, candidate);
        if (d < best_distance) {
            best = candidate;
            best_distance = d;
        }
    }
    return best.empty() ? std::string() : " (did you mean " + in_quotes(best) + "?)";
}

std::string read_text(const YamlNode& node, const std::string& what, Reading& reading) {
    if (!is_kind(node, YamlNode::Kind::scalar, what, reading)) return {};
    if (node.text.empty()) reading.error(node.mark, what + " is empty");
    return node.text;
}

std::string read_word(const YamlNode& node, const Words& allowed, const std::string& what, Reading& reading) {
    std::string word = read_text(node, what, reading);
    if (word.empty() || std::ranges::find(allowed, word) != allowed.end()) return word;
    reading.error(node.mark, "unknown word " + in_quotes(word) + " as " + what + did_you_mean(word, allowed));
    return {};
}

int read_integer(const YamlNode& node, int min, const std::string& what, Reading& reading) {
    const auto value = node.kind == YamlNode::Kind::scalar && node.plain ? decimal(node.text) : std::nullopt;
    // Terms of tens of thousands of years would leave the calendar.
    if (value && *value >= min && *value <= 100'000) return *value;
    reading.error(node.mark, what + " must be a whole decimal number from " + std::to_string(min) + " to 100000, without quotes");
    return min;
}

bool read_boolean(const YamlNode& node, const std::string& what, Reading& reading) {
    const bool is_word = node.kind == YamlNode::Kind::scalar && node.plain && (node.text == "true" || node.text == "false");
    if (!is_word) reading.error(node.mark, what + " must be true or false");
    return node.text == "true";
}

std::pair<int, int> read_fraction(const YamlNode& node, const std::string& what, Reading& reading) {
    const std::string_view text = node.text;
    const std::size_t slash = text.find('/');
    if (node.kind == YamlNode::Kind::scalar && slash != std::string_view::npos) {
        const auto above = decimal(text.substr(0, slash));
        const auto below = decimal(text.substr(slash + 1));
        if (above && below && *above > 0 && *above <= *below && *below <= 1000) return {*above, *below};
    }
    reading.error(node.mark, what + " must be a fraction of whole numbers like 2/3, greater than 0 and at most 1/1");
    return {1, 1};
}

void refuse_bad_id(const YamlNode& node, Reading& reading) {
    const std::string_view id = node.text;
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_rest = [&](char c) { return is_lower(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
    if (!id.empty() && is_lower(id.front()) && std::ranges::all_of(id, is_rest)) return;
    reading.error(node.mark,
                  in_quotes(id) + " is no id: ids begin with a small letter and go on with small letters, digits, _ or -");
}

void for_each_item(const YamlNode& node, const std::string& what, Reading& reading,
                   const std::function<void(const YamlNode&)>& each) {
    if (!is_kind(node, YamlNode::Kind::list, what, reading)) return;
    for (const YamlNode& item : node.items) each(item);
}

void for_each_id(const YamlNode& node, const std::string& what, Reading& reading,
                 const std::function<void(const std::string& id, const YamlNode& key, const YamlNode& value)>& each) {
    if (!is_kind(node, YamlNode::Kind::map, what, reading)) return;
    for (const auto& entry : node.entries) {
        refuse_bad_id(entry.key, reading);
        each(entry.key.text, entry.key, entry.value);
    }
}

std::vector<std::string> read_words(const YamlNode& node, const Words& allowed, const std::string& what, Reading& reading) {
    std::vector<std::string> words;
    for_each_item(node, what, reading, [&](const YamlNode& item) {
        if (std::string word = read_word(item, allowed, what, reading); !word.empty()) words.push_back(std::move(word));
    });
    return words;
}

Term read_term(Keys& keys) {
    Term term;
    if (const YamlNode* n = keys.need("n")) term.n = read_integer(*n, 1, "n of " + keys.what(), keys.reading());
    static const std::vector<std::pair<std::string_view, Unit>> k_units = {
        {"cd", Unit::calendar_days}, {"wd", Unit::working_days}, {"h", Unit::hours}, {"mo", Unit::months}, {"y", Unit::years}};
    if (const YamlNode* unit = keys.need("unit")) {
        const std::string word = read_word(*unit, {"cd", "wd", "h", "mo", "y"}, "unit of " + keys.what(), keys.reading());
        for (const auto& [name, value] : k_units) {
            if (name == word) term.unit = value;
        }
    }
    if (shortest_days(term) > k_days_max)
        keys.reading().error(keys.mark(), "the term of " + keys.what() + " is longer than 200 years");
    return term;
}

}  // namespace hearth::procedure::text
