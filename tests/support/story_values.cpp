#include "tests/support/story_values.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/check.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::tests {

using base::Json;

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

std::optional<std::pair<std::string, std::string>> pair_of(const std::string& word) {
    const std::size_t at = word.find('=');
    if (at == std::string::npos) return std::nullopt;
    return std::pair(word.substr(0, at), word.substr(at + 1));
}

Json sample_value(const procedure::Field& field, const procedure::Procedure& procedure, const matter::Matter* matter) {
    if (field.type == "points") return {"The culvert at the school is broken", "Say by when it is mended"};
    if (field.type == "reasons")
        return std::vector<std::string>(static_cast<std::size_t>(matter == nullptr ? 1 : std::max(1, matter->points)),
                                        "Because it is ours to mend");
    if (field.type == "evidence") return Json::array({"Visit of the place"});
    if (field.type == "rules") return Json::array({procedure.basis.empty() ? "Rule" : procedure.basis.front().text});
    return "It was seen on Monday morning";
}

Json value_of(const procedure::Field* field, const std::string& text) {
    const std::string type = field == nullptr ? "" : field->type;
    if (type == "number" || type == "amount") return std::stoll(text);
    if (type == "yes_no") return text == "yes";
    if (type != "points" && type != "reasons" && type != "evidence" && type != "rules") return text;
    Json list = Json::array();
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t bar = std::min(text.find(" | ", from), text.size());
        list.push_back(text.substr(from, bar - from));
        from = bar + 3;
    }
    return list;
}

std::shared_ptr<const procedure::Ruleset> rules_in(const std::string& folder) {
    std::vector<procedure::SourceFile> files = pack_files(folder);
    for (procedure::SourceFile& file : pack_files("procedures/cn"))
        if (file.name.starts_with("calendars/") || file.name.starts_with("zones/")) files.push_back(std::move(file));
    auto loaded = procedure::load_ruleset(files);
    if (const auto* errors = std::get_if<std::vector<procedure::TextError>>(&loaded))
        for (const auto& error : *errors) ADD_FAILURE() << error.place.file << ":" << error.place.line << " " << error.message;
    HEARTH_CHECK(std::holds_alternative<procedure::Ruleset>(loaded));
    return std::make_shared<const procedure::Ruleset>(std::get<procedure::Ruleset>(std::move(loaded)));
}

std::string fact_of(record::Store& store, base::MatterId matter, const std::string& path) {
    const auto entries = store.entries_of(matter);
    if (entries.empty()) return {};
    const auto frame = record::open_frame(entries.back().frame);
    HEARTH_CHECK(frame.has_value());
    Json value = frame->facts;
    std::istringstream in(path);
    for (std::string key; std::getline(in, key, '.');) {
        if (!value.is_object() || !value.contains(key)) return {};
        value = Json(value.at(key));
    }
    return value.dump();
}

base::MatterId opened_beside(record::Store& store, std::uint64_t first, base::MatterId matter) {
    for (const record::StoredEntry& entry : store.entries(first, store.size() - first, false)) {
        const auto frame = record::open_frame(entry.frame);
        HEARTH_CHECK(frame.has_value());
        if (frame->from.empty() && frame->matter.number > 0 && frame->matter != matter) return frame->matter;
    }
    return {};
}

}  // namespace hearth::tests
