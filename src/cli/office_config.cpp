#include "cli/office_config.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>

#include "base/fault.hpp"
#include "clerk/openid/metadata.hpp"
#include "people/subscription.hpp"

namespace hearth::cli {

namespace {

/// Reads the members of one mapping; whatever is wrong is told with file and line.
class Reader {
public:
    Reader(std::filesystem::path file, const YAML::Node& node) : file_(std::move(file)), node_(node) {
        if (!node_.IsMap()) fail(node_, "a mapping of names to values is expected here");
    }

    void only(const std::set<std::string>& known) const {
        for (const auto& member : node_) {
            const auto name = member.first.as<std::string>();
            if (!known.contains(name)) fail(member.first, "\"" + name + "\" is not a setting of an office");
        }
    }

    [[nodiscard]] std::string text(const std::string& name) const {
        return node_[name] ? as_text(node_[name], name) : std::string();
    }

    [[nodiscard]] std::string required(const std::string& name) const {
        std::string value = text(name);
        if (value.empty()) fail(node_, "\"" + name + "\" is missing");
        return value;
    }

    [[nodiscard]] std::vector<std::string> list(const std::string& name) const {
        std::vector<std::string> values;
        for (const auto& item : sequence(name)) values.push_back(as_text(item, name));
        return values;
    }

    [[nodiscard]] std::map<std::string, std::string> pairs(const std::string& name) const {
        return node_[name] ? pairs_in(node_[name], name) : std::map<std::string, std::string>();
    }

    [[nodiscard]] std::vector<std::map<std::string, std::string>> list_of_pairs(const std::string& name) const {
        std::vector<std::map<std::string, std::string>> all;
        for (const auto& item : sequence(name)) all.push_back(pairs_in(item, name));
        return all;
    }

    [[nodiscard]] std::vector<Neighbour> neighbours(const std::string& name) const {
        std::vector<Neighbour> found;
        for (const auto& item : sequence(name)) {
            const Reader one(file_, item);
            one.only({"key", "submission", "monitoring"});
            found.push_back({one.required("key"), one.text("submission"), one.text("monitoring")});
        }
        return found;
    }

    [[nodiscard]] std::vector<Peer> peers() const {
        std::vector<Peer> found;
        for (const auto& item : sequence("peers")) {
            const Reader one(file_, item);
            one.only({"office", "above", "key", "box", "address", "pin", "ca"});
            Peer peer{{one.required("office")},
                      {},
                      one.required("key"),
                      one.required("box"),
                      one.required("address"),
                      one.text("pin"),
                      one.text("ca")};
            for (const std::string& id : one.list("above")) peer.above.push_back({id});
            if (!peer.address.starts_with("https://") && !peer.address.starts_with("http://127.0.0.1"))
                fail(item, "the address of a peer begins with https://");
            found.push_back(std::move(peer));
        }
        return found;
    }

    [[nodiscard]] MailConfig mail() const {
        if (!node_["mail"]) return {};
        const Reader one(file_, node_["mail"]);
        one.only({"server", "from", "user", "password_file"});
        MailConfig mail{one.required("server"), one.required("from"), one.text("user"), one.text("password_file")};
        if (!mail.server.starts_with("smtp://") && !mail.server.starts_with("smtps://"))
            fail(node_["mail"], "the mail server begins with smtp:// or smtps://");
        if (!people::is_address(mail.from)) fail(node_["mail"], "\"from\" is no address that mail can be sent from");
        return mail;
    }

    [[nodiscard]] std::vector<HookConfig> hooks() const {
        std::vector<HookConfig> found;
        for (const auto& item : sequence("hooks")) {
            const Reader one(file_, item);
            one.only({"address", "secret_file"});
            HookConfig hook{one.required("address"), one.required("secret_file")};
            if (!hook.address.starts_with("https://") && !hook.address.starts_with("http://127.0.0.1"))
                fail(item, "the address of a web hook begins with https://");
            if (std::ranges::find(found, hook.address, &HookConfig::address) != found.end())
                fail(item, "this web hook is named twice");
            found.push_back(std::move(hook));
        }
        return found;
    }

    [[nodiscard]] OpenidConfig openid() const {
        if (!node_["openid"]) return {};
        const Reader one(file_, node_["openid"]);
        one.only({"issuer", "client", "secret_file", "name"});
        OpenidConfig openid{one.required("issuer"), one.required("client"), one.required("secret_file"), one.pairs("name")};
        if (!clerk::openid::is_issuer(openid.issuer)) fail(node_["openid"], "the issuer is an address that begins with https://");
        if (openid.name.empty()) fail(node_["openid"], "\"name\" is missing");
        return openid;
    }

    [[noreturn]] void fail(const YAML::Node& at, const std::string& words) const {
        throw base::Fault(file_.string() + ":" + std::to_string(at.Mark().line + 1) + ": " + words);
    }

private:
    [[nodiscard]] YAML::Node sequence(const std::string& name) const {
        if (!node_[name]) return {};
        if (!node_[name].IsSequence()) fail(node_[name], "\"" + name + "\" must be a list");
        return node_[name];
    }

    [[nodiscard]] std::map<std::string, std::string> pairs_in(const YAML::Node& node, const std::string& name) const {
        if (!node.IsMap()) fail(node, "\"" + name + "\" must be a mapping");
        std::map<std::string, std::string> values;
        for (const auto& member : node) values[as_text(member.first, name)] = as_text(member.second, name);
        return values;
    }

    [[nodiscard]] std::string as_text(const YAML::Node& value, const std::string& name) const {
        if (!value.IsScalar()) fail(value, "\"" + name + "\" must be one text");
        return value.Scalar();
    }

    std::filesystem::path file_;
    YAML::Node node_;
};

constexpr int k_outage_days_max = 60;

bool is_office_id(const std::string& text) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && letter(text[0]) &&
           std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

OfficeConfig read(const Reader& reader, const YAML::Node& node) {
    reader.only({"office", "title",         "place",  "telephone", "hours",       "receptions",  "level",        "above",
                 "host",   "origin_suffix", "prefix", "bodies",    "witnesses",   "witnessed",   "peers",        "without_members",
                 "mail",   "hooks",         "openid", "mirror",    "former_keys", "outage_days", "second_factor"});
    OfficeConfig config;
    config.id.text = reader.required("office");
    if (!is_office_id(config.id.text)) reader.fail(node["office"], "the id of an office has only a-z, 0-9 and -, a letter first");
    config.titles = reader.pairs("title");
    config.places = reader.pairs("place");
    config.telephone = reader.text("telephone");
    config.hours = reader.pairs("hours");
    config.receptions = reader.list_of_pairs("receptions");
    config.level = reader.text("level");
    for (const std::string& id : reader.list("above")) config.above.push_back({id});
    config.host = reader.required("host");
    config.origin_suffix = reader.text("origin_suffix");
    config.prefix = reader.required("prefix");
    for (const auto& [body, office] : reader.pairs("bodies")) config.bodies[body] = {office};
    config.witnesses = reader.neighbours("witnesses");
    config.witnessed = reader.neighbours("witnessed");
    config.peers = reader.peers();
    for (const std::string& id : reader.list("without_members")) config.without_members.push_back({id});
    config.mail = reader.mail();
    config.hooks = reader.hooks();
    config.openid = reader.openid();
    for (const std::string& id : reader.list("second_factor")) config.second_factor.push_back({id});
    config.mirror = reader.text("mirror");
    config.trusted_keys = reader.list("former_keys");
    if (node["outage_days"]) {
        const std::string days = reader.text("outage_days");
        const auto [end, error] = std::from_chars(days.data(), days.data() + days.size(), config.outage_days);
        const bool is_number = error == std::errc{} && end == days.data() + days.size();
        if (!is_number || config.outage_days < 1 || config.outage_days > k_outage_days_max)
            reader.fail(node["outage_days"], "\"outage_days\" must be a number of days from 1 to 60");
    }
    return config;
}

template <class Id>
void emit_list(YAML::Emitter& out, const char* name, const std::vector<Id>& ids) {
    out << YAML::Key << name << YAML::Value << YAML::Flow << YAML::BeginSeq;
    for (const Id& id : ids) out << id.text;
    out << YAML::EndSeq;
}

void emit_neighbours(YAML::Emitter& out, const char* name, const std::vector<Neighbour>& neighbours) {
    if (neighbours.empty()) return;
    out << YAML::Key << name << YAML::Value << YAML::BeginSeq;
    for (const Neighbour& neighbour : neighbours) {
        out << YAML::BeginMap << YAML::Key << "key" << YAML::Value << neighbour.vkey;
        if (!neighbour.submission.empty()) out << YAML::Key << "submission" << YAML::Value << neighbour.submission;
        if (!neighbour.monitoring.empty()) out << YAML::Key << "monitoring" << YAML::Value << neighbour.monitoring;
        out << YAML::EndMap;
    }
    out << YAML::EndSeq;
}

void emit_peers(YAML::Emitter& out, const std::vector<Peer>& peers) {
    if (peers.empty()) return;
    out << YAML::Key << "peers" << YAML::Value << YAML::BeginSeq;
    for (const Peer& peer : peers) {
        out << YAML::BeginMap << YAML::Key << "office" << YAML::Value << peer.id.text;
        emit_list(out, "above", peer.above);
        out << YAML::Key << "key" << YAML::Value << peer.vkey << YAML::Key << "box" << YAML::Value << peer.box;
        out << YAML::Key << "address" << YAML::Value << peer.address;
        if (!peer.pin.empty()) out << YAML::Key << "pin" << YAML::Value << peer.pin;
        if (!peer.ca.empty()) out << YAML::Key << "ca" << YAML::Value << peer.ca;
        out << YAML::EndMap;
    }
    out << YAML::EndSeq;
}

void emit_mail(YAML::Emitter& out, const MailConfig& mail) {
    if (mail.server.empty()) return;
    out << YAML::Key << "mail" << YAML::Value << YAML::BeginMap << YAML::Key << "server" << YAML::Value << mail.server;
    out << YAML::Key << "from" << YAML::Value << mail.from;
    if (!mail.user.empty()) out << YAML::Key << "user" << YAML::Value << mail.user;
    if (!mail.password_file.empty()) out << YAML::Key << "password_file" << YAML::Value << mail.password_file;
    out << YAML::EndMap;
}

void emit_hooks(YAML::Emitter& out, const std::vector<HookConfig>& hooks) {
    if (hooks.empty()) return;
    out << YAML::Key << "hooks" << YAML::Value << YAML::BeginSeq;
    for (const HookConfig& hook : hooks) {
        out << YAML::BeginMap << YAML::Key << "address" << YAML::Value << hook.address;
        out << YAML::Key << "secret_file" << YAML::Value << hook.secret_file << YAML::EndMap;
    }
    out << YAML::EndSeq;
}

void emit_openid(YAML::Emitter& out, const OpenidConfig& openid) {
    if (openid.issuer.empty()) return;
    out << YAML::Key << "openid" << YAML::Value << YAML::BeginMap << YAML::Key << "issuer" << YAML::Value << openid.issuer;
    out << YAML::Key << "client" << YAML::Value << openid.client;
    out << YAML::Key << "secret_file" << YAML::Value << openid.secret_file;
    out << YAML::Key << "name" << YAML::Value << openid.name << YAML::EndMap;
}

void emit_ids(YAML::Emitter& out, const OfficeConfig& config) {
    out << YAML::Key << "office" << YAML::Value << config.id.text;
    out << YAML::Key << "title" << YAML::Value << config.titles;
    if (!config.places.empty()) out << YAML::Key << "place" << YAML::Value << config.places;
    if (!config.telephone.empty()) out << YAML::Key << "telephone" << YAML::Value << config.telephone;
    if (!config.hours.empty()) out << YAML::Key << "hours" << YAML::Value << config.hours;
    if (!config.receptions.empty()) out << YAML::Key << "receptions" << YAML::Value << config.receptions;
    if (!config.level.empty()) out << YAML::Key << "level" << YAML::Value << config.level;
    emit_list(out, "above", config.above);
    out << YAML::Key << "host" << YAML::Value << config.host;
    if (!config.origin_suffix.empty()) out << YAML::Key << "origin_suffix" << YAML::Value << config.origin_suffix;
    out << YAML::Key << "prefix" << YAML::Value << config.prefix;
}

std::string emit(const OfficeConfig& config) {
    YAML::Emitter out;
    out << YAML::BeginMap;
    emit_ids(out, config);
    if (!config.bodies.empty()) {
        out << YAML::Key << "bodies" << YAML::Value << YAML::BeginMap;
        for (const auto& [body, office] : config.bodies) out << YAML::Key << body << YAML::Value << office.text;
        out << YAML::EndMap;
    }
    emit_neighbours(out, "witnesses", config.witnesses);
    emit_neighbours(out, "witnessed", config.witnessed);
    emit_peers(out, config.peers);
    if (!config.without_members.empty()) emit_list(out, "without_members", config.without_members);
    emit_mail(out, config.mail);
    emit_hooks(out, config.hooks);
    emit_openid(out, config.openid);
    if (!config.second_factor.empty()) emit_list(out, "second_factor", config.second_factor);
    if (!config.mirror.empty()) out << YAML::Key << "mirror" << YAML::Value << config.mirror;
    if (config.outage_days != OfficeConfig{}.outage_days) out << YAML::Key << "outage_days" << YAML::Value << config.outage_days;
    if (!config.trusted_keys.empty()) out << YAML::Key << "former_keys" << YAML::Value << config.trusted_keys;
    out << YAML::EndMap;
    return std::string(out.c_str()) + "\n";
}

}  // namespace

OfficeConfig read_office_config(const std::filesystem::path& file) {
    try {
        const YAML::Node node = YAML::LoadFile(file.string());
        return read(Reader(file, node), node);
    } catch (const YAML::BadFile&) {
        throw base::Fault(file.string() + ": cannot be read");
    } catch (const YAML::Exception& error) {
        throw base::Fault(file.string() + ":" + std::to_string(error.mark.line + 1) + ": " + error.msg);
    }
}

void write_office_config(const std::filesystem::path& file, const OfficeConfig& config) {
    const std::filesystem::path next = file.string() + ".new";
    {
        std::ofstream out(next, std::ios::trunc | std::ios::binary);
        out << emit(config);
        out.flush();
        if (!out) throw base::Fault(next.string() + ": cannot be written");
    }
    std::filesystem::rename(next, file);
}

}  // namespace hearth::cli
