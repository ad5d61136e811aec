#include "bench/history.hpp"

#include <atomic>
#include <latch>
#include <stdexcept>
#include <vector>

#include "clerk/effects.hpp"
#include "cli/installation.hpp"

namespace hearth::bench {

namespace {

constexpr std::uint64_t k_wave = 2'000;  // commands under way at once

office::Command command(base::Instant now) {
    office::Command c;
    c.by.kind = record::Actor::Kind::operator_;
    c.office = {"village"};
    c.procedure = {"request"};
    c.imported = true;
    c.received_at = c.effective_from.emplace(now);
    return c;
}

office::Command raise(base::Instant now, std::uint64_t n) {
    office::Command c = command(now);
    c.act = "submit";
    c.fields = {{"kind", "claim"},
                {"points", {"Mend the culvert on the field road"}},
                {"account", "The culvert on the field road fell in after the rain, number " + std::to_string(n) + "."}};
    return c;
}

office::Command take_back(base::Instant now, base::MatterId matter) {
    office::Command c = command(now);
    c.act = "withdraw";
    c.matter = matter;
    return c;
}

/// Hands in all at once and waits for all; the matters that were opened or acted in.
std::vector<base::MatterId> hand_in(clerk::Clerk& clerk, std::vector<office::Command> commands) {
    std::vector<base::MatterId> matters(commands.size());
    std::atomic<bool> is_refused = false;
    std::latch all(static_cast<std::ptrdiff_t>(commands.size()));
    for (std::size_t i = 0; i < commands.size(); ++i) {
        clerk.submit(std::move(commands[i]), {}, [&, i](clerk::Outcome outcome) {
            if (outcome.broke() || !outcome.answer()) {
                is_refused = true;
            } else {
                matters[i] = outcome.answer()->matter;
            }
            all.count_down();
        });
    }
    all.wait();
    if (is_refused) throw std::runtime_error("an act of the history was refused");
    return matters;
}

}  // namespace

void write_history(const std::filesystem::path& folder, std::uint64_t acts, std::uint64_t open) {
    cli::OpenOffice office(cli::OfficePaths{folder});
    const base::Instant now = clerk::SystemClock().now();
    std::uint64_t raised = 0;
    const auto wave = [&](std::uint64_t count) {
        std::vector<office::Command> commands;
        for (std::uint64_t i = 0; i < count; ++i) commands.push_back(raise(now, raised++));
        return hand_in(office.clerk(), std::move(commands));
    };
    wave(open);
    while (office.store().size() < acts) {
        std::vector<office::Command> back;
        for (const base::MatterId matter : wave(std::min(k_wave, (acts - office.store().size() + 1) / 2)))
            back.push_back(take_back(now, matter));
        hand_in(office.clerk(), std::move(back));
    }
}

}  // namespace hearth::bench
