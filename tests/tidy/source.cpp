#include "tests/tidy/source.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

namespace hearth::tidy {

namespace {

namespace fs = std::filesystem;

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Walks the text once and hands each character to the layer it belongs to.
class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) { start_line(); }

    void run(Source& source) {
        while (at_ < text_.size()) step();
        source.code = std::move(code_);
        source.comments = std::move(comments_);
        source.literals = std::move(literals_);
    }

private:
    void step() {
        const char c = text_[at_];
        if (text_.substr(at_).starts_with("//")) {
            while (at_ < text_.size() && text_[at_] != '\n') comment();
        } else if (text_.substr(at_).starts_with("/*")) {
            const std::size_t end = text_.find("*/", at_ + 2);
            const std::size_t stop = end == std::string_view::npos ? text_.size() : end + 2;
            while (at_ < stop) comment();
        } else if (c == '"' && at_ > 0 && text_[at_ - 1] == 'R') {
            raw_string();
        } else if (c == '"' || (c == '\'' && (at_ == 0 || !is_word(text_[at_ - 1])))) {
            quoted(c);
        } else {
            put(c, ' ');
        }
    }

    void comment() { put(' ', text_[at_]); }

    void raw_string() {
        const std::size_t open = std::min(text_.find('(', at_), text_.size() - 1);
        const std::string close = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
        const std::size_t end = std::min(text_.find(close, open), text_.size() - close.size());
        literals_.push_back({static_cast<int>(code_.size()), std::string(text_.substr(open + 1, end - open - 1))});
        while (at_ < end + close.size()) put(' ', ' ');
    }

    void quoted(char quote) {
        const auto line = static_cast<int>(code_.size());
        const std::size_t start = at_ + 1;
        put(quote, ' ');
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) put(' ', ' ');
            put(' ', ' ');
        }
        if (quote == '"') literals_.push_back({line, std::string(text_.substr(start, at_ - start))});
        if (at_ < text_.size() && text_[at_] == quote) put(quote, ' ');
    }

    void put(char code, char comment) {
        if (text_[at_++] == '\n') return start_line();
        code_.back() += code;
        comments_.back() += comment;
    }

    void start_line() {
        code_.emplace_back();
        comments_.emplace_back();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string> code_;
    std::vector<std::string> comments_;
    std::vector<Literal> literals_;
};

}  // namespace

Source read_source(std::string path, std::string_view text) {
    Source source;
    source.path = std::move(path);
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) source.lines.push_back(line);
    Splitter(text).run(source);
    return source;
}

std::vector<Source> sources_under(const fs::path& root, const std::vector<std::string>& folders) {
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const fs::path& path = entry.path();
            if (!entry.is_regular_file() || (path.extension() != ".cpp" && path.extension() != ".hpp")) continue;
            std::stringstream text;
            text << std::ifstream(path, std::ios::binary).rdbuf();
            sources.push_back(read_source(path.lexically_relative(root).string(), text.str()));
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

}  // namespace hearth::tidy
