#include "procedure/text/references.hpp"

#include <algorithm>

namespace hearth::procedure::text {

namespace {

constexpr std::string_view k_kinds[] = {"state", "act", "form", "notice", "post", "part", "consent", "procedure"};

template <class Elements>
Words ids_of(const Elements& elements) {
    Words ids;
    for (const auto& element : elements) ids.push_back(element.id);
    return ids;
}

Words ids(References::To kind, const Pack& pack, const Procedure& procedure) {
    using To = References::To;
    switch (kind) {
        case To::state: return ids_of(procedure.states);
        case To::act: return ids_of(procedure.acts);
        case To::form: return ids_of(procedure.forms);
        case To::notice: return ids_of(procedure.notices);
        case To::post: return ids_of(pack.posts);
        case To::consent: return ids_of(procedure.consents);
        case To::procedure: return ids_of(pack.procedures);
        case To::part: break;
    }
    Words parts;
    for (const auto& [id, name] : procedure.parts) parts.push_back(id);
    return parts;
}

}  // namespace

std::string References::read(const YamlNode& node, To kind, const std::string& what, Reading& reading) {
    return read(node, kind, {}, what, reading);
}

std::string References::read(const YamlNode& node, To kind, const Words& also, const std::string& what, Reading& reading) {
    std::string id = read_text(node, what, reading);
    if (!id.empty()) all_.push_back({kind, id, what, node.mark, also});
    return id;
}

std::vector<std::string> References::read_list(const YamlNode& node, To kind, const Words& also, const std::string& what,
                                               Reading& reading) {
    std::vector<std::string> list;
    for_each_item(node, what, reading, [&](const YamlNode& item) { list.push_back(read(item, kind, also, what, reading)); });
    return list;
}

void References::check(const Pack& pack, const Procedure& procedure, Reading& reading) const {
    for (const Reference& reference : all_) {
        if (std::ranges::find(reference.also, reference.id) != reference.also.end()) continue;
        Words known = ids(reference.kind, pack, procedure);
        if (std::ranges::find(known, reference.id) != known.end()) continue;
        known.insert(known.end(), reference.also.begin(), reference.also.end());
        reading.error(reference.mark, "unknown " + std::string(k_kinds[static_cast<std::size_t>(reference.kind)]) + " \"" +
                                          reference.id + "\" as " + reference.what + did_you_mean(reference.id, known));
    }
}

}  // namespace hearth::procedure::text
