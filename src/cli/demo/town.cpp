#include "cli/demo/town.hpp"

#include <charconv>

#include "base/check.hpp"
#include "cli/demo/assets.hpp"
#include "procedure/text/yaml_tree.hpp"

namespace hearth::cli::demo {
namespace {

using procedure::text::YamlNode;

// The text is our own and its reading is tested: whatever is missing in it is a mistake of ours.
const YamlNode& part(const YamlNode& node, std::string_view key) {
    const YamlNode* found = node.find(key);
    HEARTH_CHECK(found != nullptr);
    return *found;
}

std::vector<std::string> list(const YamlNode& node, std::string_view key) {
    std::vector<std::string> texts;
    for (const YamlNode& item : part(node, key).items) texts.push_back(item.text);
    return texts;
}

Topic topic_of(const YamlNode& node) {
    Topic topic;
    topic.language = part(node, "language").text;
    topic.kind = part(node, "kind").text;
    topic.points = list(node, "points");
    topic.account = part(node, "account").text;
    topic.place = part(node, "place").text;
    topic.facts = part(node, "facts").text;
    topic.evidence = list(node, "evidence");
    topic.reasons = list(node, "reasons");
    topic.words = part(node, "words").text;
    HEARTH_CHECK(topic.points.size() == topic.reasons.size());
    return topic;
}

std::map<std::string, OtherAnswer> answers_of(const YamlNode& node) {
    std::map<std::string, OtherAnswer> answers;
    for (const YamlNode::Entry& entry : node.entries)
        answers[entry.key.text] = {part(entry.value, "facts").text, list(entry.value, "evidence"),
                                   part(entry.value, "reason").text};
    return answers;
}

TownOffice office_of(const YamlNode& node, const std::string& host) {
    TownOffice office;
    office.config.id = {part(node, "id").text};
    office.config.titles = {{"en", part(node, "en").text}, {"zh-Hans", part(node, "zh-Hans").text}};
    office.config.level = part(node, "level").text;
    office.config.prefix = part(node, "prefix").text;
    office.config.host = host;
    const std::string& count = part(node, "matters").text;
    std::from_chars(count.data(), count.data() + count.size(), office.matters);
    return office;
}

}  // namespace

Town shipped_town(const std::string& host) {
    procedure::text::Reading reading;
    const auto root = procedure::text::parse_yaml(assets().front().bytes, reading.add_file("town.yaml"), reading);
    HEARTH_CHECK(root.has_value());
    Town town;
    for (const YamlNode& node : part(*root, "offices").items) town.offices.push_back(office_of(node, host));
    for (std::size_t i = 0; i < town.offices.size(); ++i)
        for (std::size_t above = i + 1; above < town.offices.size(); ++above)
            town.offices[i].config.above.push_back(town.offices[above].config.id);
    for (const YamlNode& node : part(*root, "topics").items) town.topics.push_back(topic_of(node));
    town.elsewhere = answers_of(part(*root, "elsewhere"));
    town.declined = answers_of(part(*root, "declined"));
    for (const YamlNode::Entry& entry : part(*root, "roster").entries)
        town.roster.push_back({entry.key.text, entry.value.text, {}});
    return town;
}

}  // namespace hearth::cli::demo
