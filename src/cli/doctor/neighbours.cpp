// Whom an office needs: superiors, witnesses, a mirror, peers in other installations.
#include <algorithm>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "cli/doctor/chart.hpp"
#include "cli/hook_rounds.hpp"
#include "record/checkpoint.hpp"
#include "record/sha256.hpp"
#include "referral/http_client.hpp"

namespace hearth::cli::doctor {

namespace {

constexpr long k_ask_ms = 3'000;

/// What was found at an address, "" for nothing; a Fault when nobody answers.
std::string found_at(const std::string& url, const referral::Way& way) {
    const referral::HttpReply reply = referral::http_get(url, way);
    return reply.is_success() ? reply.body : std::string();
}

/// A witness or mirror whose copy of our checkpoint can be read at `url`.
void ask_keeper(Chart& chart, const std::string& name, const std::string& url, std::vector<clerk::Outside>& outside) {
    try {
        const std::string checkpoint = found_at(url, {.timeout_ms = k_ask_ms});
        const auto read = record::read_checkpoint(checkpoint);
        if (!read) return chart.look_here("witness", "witness_empty", {name});
        chart.fine("witness", "witness_ok", {name, std::to_string(read->checkpoint.size)});
        outside.push_back({name, checkpoint});
    } catch (const base::Fault& fault) {
        chart.look_here("witness", "witness_away", {name, fault.what()});
    }
}

/// What the process that serves the office says of a witness that it asks.
void look_at_cosigning(Chart& chart, const std::string& name) {
    if (!chart.health || !chart.health->contains("witnesses")) return;
    const std::string state = (*chart.health)["witnesses"].value(name, std::string());
    if (!state.empty() && !state.starts_with("cosigned")) chart.look_here("witness", "witness_refuses", {name, state});
}

void ask_peer(Chart& chart, const Peer& peer) {
    try {
        const std::string checkpoint =
            found_at(peer.address + "/record/checkpoint",
                     {.timeout_ms = k_ask_ms, .unix_socket = {}, .pinned_key = peer.pin, .ca_file = peer.ca});
        const auto read = record::read_checkpoint(checkpoint);
        const auto key = record::parse_key(peer.vkey);
        if (!read) return chart.look_here("peer", "peer_empty", {peer.id.text, peer.address});
        if (!key || !record::verify_note(read->note, std::vector{*key}))
            return chart.look_here("peer", "peer_other_key", {peer.id.text, peer.address});
        chart.fine("peer", "peer_ok", {peer.id.text});
    } catch (const base::Fault& fault) {
        chart.look_here("peer", "peer_away", {peer.id.text, fault.what()});
    }
}

}  // namespace

void look_for_superiors(Chart& chart) {
    chart.examine("superior", "fault", [&] {
        const clerk::Settings settings = settings_of(chart.paths, chart.config, nullptr);
        for (const base::OfficeId& id : chart.config.above) {
            if (!settings.profile.peers.contains(id)) chart.look_here("superior", "superior_unknown", {id.text});
        }
    });
}

std::vector<clerk::Outside> ask_witnesses(Chart& chart) {
    std::vector<clerk::Outside> outside;
    const std::string hex = base::hex(base::view(record::sha256(chart.config.origin())));
    for (const Neighbour& witness : chart.config.witnesses) {
        const std::string name = witness.vkey.substr(0, witness.vkey.find('+'));
        look_at_cosigning(chart, name);
        if (!witness.monitoring.empty()) ask_keeper(chart, name, witness.monitoring + "/" + hex + "/checkpoint", outside);
    }
    if (!chart.config.mirror.empty()) ask_keeper(chart, chart.config.mirror, chart.config.mirror + "/checkpoint", outside);
    if (chart.config.witnesses.empty()) chart.fine("witness", "witness_none");
    return outside;
}

void ask_peers(Chart& chart) {
    for (const Peer& peer : chart.config.peers) ask_peer(chart, peer);
}

void look_at_hooks(Chart& chart) {
    constexpr std::int64_t k_patience_ms = 3'600'000;
    for (const HookConfig& hook : chart.config.hooks) {
        chart.examine("hooks", "hook_secret", [&] {
            (void)hook_secret_in(chart.paths, hook);
            const bool is_served =
                chart.health && chart.health->contains("hooks") && (*chart.health)["hooks"].contains(hook.address);
            if (!is_served) return chart.fine("hooks", "hook_named", {hook.address});
            const base::Json& state = (*chart.health)["hooks"][hook.address];
            const auto since = base::parse_rfc3339(state.value("since", std::string()));
            if (since && chart.now.ms - since->ms > k_patience_ms)
                return chart.look_here("hooks", "hook_late", {hook.address, state.value("state", std::string())});
            chart.fine("hooks", "hook_ok", {hook.address, std::to_string(state.value("waiting", 0))});
        });
    }
}

}  // namespace hearth::cli::doctor
