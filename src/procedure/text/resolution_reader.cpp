#include "procedure/text/resolution_reader.hpp"

#include <algorithm>

namespace hearth::procedure::text {

namespace {

constexpr std::string_view k_bases[] = {"voters", "households", "members", "representatives"};

/// A key of a resolution; when a rule of its own lacks it this is noted and right 11 speaks. A rule over another one repeats only
/// what it changes.
const YamlNode* part(Keys& keys, std::string_view key, Resolution& rule) {
    const YamlNode* node = keys.maybe(key);
    if (node == nullptr && !rule.repeats) rule.missing.emplace_back(key);
    return node;
}

struct Threshold {
    std::string base;
    std::pair<int, int> share = {0, 1};
    bool more_than = false;
};

Threshold read_threshold(const YamlNode& node, const std::string& what, const Words& bases, Reading& reading) {
    Keys keys(node, what, reading);
    Threshold threshold;
    threshold.base = need_word(keys, "base", bases);
    const YamlNode* share = keys.maybe("share");
    const YamlNode* more_than = keys.maybe("more_than");
    if ((share == nullptr) == (more_than == nullptr)) reading.error(node.mark, what + " needs exactly one of share, more_than");
    if (const YamlNode* fraction = share != nullptr ? share : more_than) threshold.share = read_fraction(*fraction, what, reading);
    threshold.more_than = share == nullptr && more_than != nullptr;
    keys.refuse_others();
    return threshold;
}

void read_proxies(const YamlNode& node, Resolution& rule, Reading& reading) {
    if (node.kind == YamlNode::Kind::scalar) {
        rule.proxies_who.clear();
        (void)read_word(node, {"none"}, "proxies", reading);
        return;
    }
    Keys keys(node, "proxies", reading);
    rule.proxies_who = need_word(keys, "who", {"same_household", "any_voter"});
    rule.proxies_written = maybe_boolean(keys, "written");
    if (const YamlNode* most = keys.maybe("most")) rule.proxies_most = read_integer(*most, 1, "most of proxies", reading);
    keys.refuse_others();
}

void read_counting(Keys& keys, Resolution& rule, Reading& reading) {
    if (const YamlNode* node = part(keys, "quorum", rule)) {
        const Threshold quorum = read_threshold(*node, "quorum", Words(std::begin(k_bases), std::end(k_bases)), reading);
        rule.quorum_base = quorum.base;
        rule.quorum = quorum.share;
        rule.quorum_more_than = quorum.more_than;
    }
    if (const YamlNode* node = part(keys, "pass", rule)) {
        const Threshold pass = read_threshold(*node, "pass", {"present", "all"}, reading);
        rule.pass_base = pass.base;
        rule.pass = pass.share;
        rule.pass_more_than = pass.more_than;
    }
}

void read_conduct(Keys& keys, Resolution& rule, Reading& reading) {
    if (const YamlNode* node = part(keys, "proxies", rule)) read_proxies(*node, rule, reading);
    if (const YamlNode* node = part(keys, "online", rule)) rule.online = read_boolean(*node, "online", reading);
    if (part(keys, "ballot", rule) != nullptr) rule.secret = maybe_word(keys, "ballot", {"open", "secret"}) == "secret";
    if (const YamlNode* node = part(keys, "interested_out", rule)) {
        rule.interested_out = read_boolean(*node, "interested_out", reading);
    }
    if (part(keys, "tie", rule) != nullptr) rule.tie = maybe_word(keys, "tie", {"fails", "chair"});
    if (keys.maybe("chair_last") != nullptr) rule.chair_last = maybe_boolean(keys, "chair_last");
}

Resolution read_resolution(const std::string& type, const YamlNode& key, const YamlNode& value, const Resolution* before,
                           Scope& scope) {
    Keys keys(value, "resolution " + type, scope.reading);
    Resolution rule = before != nullptr ? *before : Resolution{};
    rule.repeats = before != nullptr;
    rule.type = type;
    rule.mark = key.mark;
    if (const YamlNode* node = part(keys, "body", rule)) rule.body = scope.bodies.resolve(*node, scope.reading);
    if (const YamlNode* node = part(keys, "basis", rule)) rule.basis = read_basis(*node, scope);
    if (part(keys, "about", rule) != nullptr) rule.about_persons = maybe_word(keys, "about", {"matter", "persons"}) == "persons";
    if (const YamlNode* node = part(keys, "notice", rule)) {
        rule.notice = read_term_node(*node, "notice of resolution " + type, scope.reading);
    }
    read_counting(keys, rule, scope.reading);
    read_conduct(keys, rule, scope.reading);
    keys.refuse_others();
    return rule;
}

/// a/b < c/d
bool smaller(std::pair<int, int> a, std::pair<int, int> b) { return a.first * b.second < b.first * a.second; }

bool weaker(std::pair<int, int> now, bool now_more_than, std::pair<int, int> before, bool before_more_than) {
    return smaller(now, before) || (!smaller(before, now) && before_more_than && !now_more_than);
}

/// How many proxies one person may hold: none is fewest.
bool more_proxies(const Resolution& now, const Resolution& before) {
    if (now.proxies_who.empty()) return false;
    if (before.proxies_who.empty()) return true;
    const bool wider = now.proxies_who == "any_voter" && before.proxies_who == "same_household";
    return wider || now.proxies_most > before.proxies_most || (before.proxies_written && !now.proxies_written);
}

bool stands_on(const Resolution& rule, const Basis& law) {
    return std::ranges::any_of(rule.basis, [&](const Basis& b) { return b.text == law.text && b.article == law.article; });
}

/// What the rule of an overlay would need less of than the one it stands over, part by part.
std::vector<std::string> weakened(const Resolution& now, const Resolution& before) {
    std::vector<std::string> parts;
    const auto note = [&](bool weak, const char* what) {
        if (weak) parts.emplace_back(what);
    };
    note(now.body != before.body, "body");
    note(!std::ranges::all_of(before.basis, [&](const Basis& law) { return stands_on(now, law); }), "basis");
    note(now.quorum_base != before.quorum_base || weaker(now.quorum, now.quorum_more_than, before.quorum, before.quorum_more_than),
         "quorum");
    note((before.pass_base == "all" && now.pass_base != "all") ||
             weaker(now.pass, now.pass_more_than, before.pass, before.pass_more_than),
         "pass");
    note(now.notice.unit != before.notice.unit || now.notice.n < before.notice.n, "notice");
    note(more_proxies(now, before), "proxies");
    note(before.secret && !now.secret, "ballot");
    note(before.interested_out && !now.interested_out, "interested_out");
    note(now.online != before.online, "online");
    note(now.about_persons != before.about_persons, "about");
    note(now.tie != before.tie || now.chair_last != before.chair_last, "tie");
    return parts;
}

void read_one(const std::string& type, const YamlNode& key, const YamlNode& value, const Pack* base, Pack& pack, Scope& scope) {
    const auto before = std::ranges::find(pack.resolutions, type, &Resolution::type);
    if (before == pack.resolutions.end()) {
        pack.resolutions.push_back(read_resolution(type, key, value, nullptr, scope));
        return;
    }
    Resolution rule = read_resolution(type, key, value, &*before, scope);
    for (const std::string& what : weakened(rule, *before)) {
        pack.moved.push_back({rule.mark, what + " of resolution " + type + " would ask less of a meeting than the pack " +
                                             (base == nullptr ? pack.id : base->id)});
    }
    *before = std::move(rule);
}

}  // namespace

void read_resolutions(const YamlNode& node, const Pack* base, Pack& pack, Scope& scope) {
    for_each_id(node, "resolutions", scope.reading, [&](const std::string& type, const YamlNode& key, const YamlNode& value) {
        read_one(type, key, value, base, pack, scope);
    });
}

}  // namespace hearth::procedure::text
