#include "procedure/text/yaml_tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/bytes.hpp"

namespace hearth::procedure::text {

namespace {

constexpr std::size_t k_bytes_max = 1 << 20;

/// The lines of one file, to turn the byte columns of the YAML library into columns of characters.
class Lines {
public:
    Lines(std::string_view bytes, int file) : file_(file) {
        for (std::size_t start = 0; start <= bytes.size();) {
            const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
            lines_.push_back(bytes.substr(start, end - start));
            start = end + 1;
        }
    }

    [[nodiscard]] Mark mark(std::size_t line, std::size_t byte_column) const {
        if (line >= lines_.size()) return {static_cast<int>(lines_.size()), 1, file_};
        const std::string_view before = lines_[line].substr(0, byte_column);
        const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        return {static_cast<int>(line) + 1, static_cast<int>(std::ranges::count_if(before, is_start)) + 1, file_};
    }
    [[nodiscard]] Mark mark(const YAML::Mark& at) const {
        if (at.is_null()) return {1, 1, file_};
        return mark(static_cast<std::size_t>(at.line), static_cast<std::size_t>(at.column));
    }
    /// What stands in the file from `at` to the end of its line.
    [[nodiscard]] std::string_view rest_of_line(const YAML::Mark& at) const {
        const auto line = static_cast<std::size_t>(at.line);
        if (at.is_null() || line >= lines_.size()) return {};
        return lines_[line].substr(std::min(static_cast<std::size_t>(at.column), lines_[line].size()));
    }

private:
    int file_;
    std::vector<std::string_view> lines_;
};

/// Builds the tree from the events of the YAML library and refuses what the language leaves out.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const Lines& lines, Reading& reading) : lines_(lines), reading_(reading) {}

    void OnDocumentStart(const YAML::Mark& at) override {
        if (++documents_ == 2) refuse(at, "a second document begins here; a file holds one");
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& at, YAML::anchor_t anchor) override {
        refuse_anchor(at, anchor);
        // The library takes the words null and ~ for nothing; here they are text like any other.
        const std::string word = null_word(lines_.rest_of_line(at));
        if (word.empty()) refuse_nothing(at);
        add(scalar(at, word, true));
    }
    void OnAlias(const YAML::Mark& at, YAML::anchor_t /*anchor*/) override {
        refuse(at, "aliases (*name) are not part of this language; write the value out");
        add(scalar(at, "", true));
    }
    void OnScalar(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        refuse_tag(at, tag);
        refuse_anchor(at, anchor);
        const bool plain = tag == "?";
        if (awaits_key() && plain && value == "<<") refuse(at, "merge keys (<<) are not part of this language; write the keys out");
        add(scalar(at, value, plain));
    }
    void OnSequenceStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(at, tag, anchor, YamlNode::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(at, tag, anchor, YamlNode::Kind::map);
    }
    void OnMapEnd() override {
        refuse_double_keys();
        close();
    }

    [[nodiscard]] std::optional<YamlNode> take_root() { return std::move(root_); }

private:
    void refuse(const YAML::Mark& at, std::string message) { reading_.error(lines_.mark(at), std::move(message)); }

    void refuse_anchor(const YAML::Mark& at, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) refuse(at, "anchors (&name) are not part of this language");
    }
    void refuse_tag(const YAML::Mark& at, const std::string& tag) {
        const bool written = lines_.rest_of_line(at).starts_with('!');
        if (written || (tag != "?" && tag != "!" && !tag.empty())) refuse(at, "tags (!name) are not part of this language");
    }

    /// The word at the start of `rest` when the library reads it as null, else nothing.
    static std::string null_word(std::string_view rest) {
        const std::string_view word = rest.substr(0, rest.find_first_of(" ,]}\r#"));
        const bool is_null = word == "null" || word == "Null" || word == "NULL" || word == "~";
        return is_null ? std::string(word) : std::string();
    }

    void refuse_nothing(const YAML::Mark& at) {
        if (open_.empty()) return;  // an empty document is told as an empty file
        const YamlNode& parent = open_.back();
        if (parent.kind == YamlNode::Kind::list)
            refuse(at, "an entry of this list is empty; write a value, {} or []");
        else if (parent.items.empty())
            refuse(at, "a key is missing here");
        else {
            const YamlNode& key = parent.items.front();
            reading_.error(key.mark, "nothing stands after \"" + key.text + "\"; write a value, {} or []");
        }
    }

    YamlNode scalar(const YAML::Mark& at, std::string value, bool plain) const {
        return {YamlNode::Kind::scalar, std::move(value), plain, {}, {}, lines_.mark(at)};
    }

    /// Whether the next node is a key: keys and values of the innermost map come in turn.
    [[nodiscard]] bool awaits_key() const {
        return !open_.empty() && open_.back().kind == YamlNode::Kind::map && open_.back().items.empty();
    }

    void open(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
        refuse_tag(at, tag);
        refuse_anchor(at, anchor);
        if (awaits_key()) refuse(at, "a key is a plain word, not a list or a map");
        open_.push_back({kind, {}, false, {}, {}, lines_.mark(at)});
    }

    void close() {
        YamlNode done = std::move(open_.back());
        open_.pop_back();
        add(std::move(done));
    }

    /// While a map is open, its `items` hold the key that waits for its value.
    void add(YamlNode node) {
        if (open_.empty()) {
            const bool nothing = node.kind == YamlNode::Kind::scalar && node.text.empty();
            if (documents_ == 1 && !nothing) root_ = std::move(node);
            return;
        }
        YamlNode& parent = open_.back();
        if (parent.kind == YamlNode::Kind::list || parent.items.empty()) {
            parent.items.push_back(std::move(node));
            return;
        }
        parent.entries.push_back({std::move(parent.items.front()), std::move(node)});
        parent.items.clear();
    }

    void refuse_double_keys() {
        std::set<std::string_view> seen;
        for (const auto& entry : open_.back().entries) {
            if (!seen.insert(entry.key.text).second)
                reading_.error(entry.key.mark, "the key \"" + entry.key.text + "\" stands here twice");
        }
    }

    const Lines& lines_;
    Reading& reading_;
    int documents_ = 0;
    std::vector<YamlNode> open_;
    std::optional<YamlNode> root_;
};

/// Refuses bytes that people cannot see or that YAML readers take differently.
void refuse_characters(std::string_view bytes, const Lines& lines, Reading& reading) {
    std::size_t line = 0;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c == '\t') reading.error(lines.mark(line, i - line_start), "a tab stands here; use spaces");
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
            reading.error(lines.mark(line, i - line_start), "an invisible control character stands here");
        }
        if (c == '\n') {
            ++line;
            line_start = i + 1;
        }
    }
}

void feed(std::string_view bytes, const Lines& lines, TreeBuilder& builder, Reading& reading) {
    std::istringstream stream{std::string(bytes)};
    try {
        YAML::Parser parser(stream);
        for (int documents = 0; documents < 2 && parser.HandleNextDocument(builder); ++documents) {
        }
    } catch (const YAML::Exception& broken) {
        reading.error(lines.mark(broken.mark), "this cannot be read as YAML: " + broken.msg);
    }
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (entry.key.text == key) return &entry.value;
    }
    return nullptr;
}

std::optional<YamlNode> parse_yaml(std::string_view bytes, int file, Reading& reading) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t errors_before = reading.error_count();
    if (bytes.size() > k_bytes_max) {
        reading.error({1, 1, file}, "the file is larger than a megabyte; no procedure is");
        return std::nullopt;
    }
    if (!base::is_utf8(bytes)) {
        reading.error({1, 1, file}, "the file is not UTF-8 text");
        return std::nullopt;
    }
    const Lines lines(bytes, file);
    refuse_characters(bytes, lines, reading);
    if (reading.error_count() != errors_before) return std::nullopt;
    TreeBuilder builder(lines, reading);
    feed(bytes, lines, builder, reading);
    auto root = builder.take_root();
    if (!root && reading.error_count() == errors_before) reading.error({1, 1, file}, "the file is empty");
    if (reading.error_count() != errors_before) return std::nullopt;
    return root;
}

}  // namespace hearth::procedure::text
