#include "tests/support/small_town.hpp"

#include <cstring>

#include "clerk/ceremony.hpp"
#include "clerk/keys.hpp"
#include "tests/support/proof.hpp"

namespace hearth::tests {
namespace {

// A story jumps weeks ahead, as no honest clock does.
constexpr std::int64_t k_no_span_ms = std::int64_t{1000} * 86'400'000;

/// The key of an office in a story, to which sealed fields are encrypted; nobody reads them there.
base::Bytes32 box_key_of(const base::OfficeId& office) {
    clerk::Secret secret;
    std::memset(secret.data(), static_cast<int>(office.text.size()) + 1, clerk::Secret::k_size);
    return clerk::BoxKey(std::move(secret)).public_key();
}

}  // namespace

SmallTown::SmallTown(office::OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules, base::Instant start,
                     std::uint64_t seed)
    : clock_(start), randomness_(seed) {
    clerk::Settings settings;
    settings.origin = "hearth.example/o/" + profile.id.text;
    settings.box_keys[profile.id] = box_key_of(profile.id);
    for (const base::OfficeId& above : profile.above) settings.box_keys[above] = box_key_of(above);
    settings.profile = std::move(profile);
    settings.rules = std::move(rules);
    settings.clock_span_ms = k_no_span_ms;
    const clerk::Tools tools{store_, signer_, clock_, randomness_};
    const clerk::Signatory signatory{settings.origin, {&signer_}};
    clerk::perform(tools, settings, signatory, clerk::Head::Trust::own_checkpoint, "office_opened",
                   clerk::opened_facts(settings, signatory));
    clerk_ = std::make_unique<clerk::Clerk>(tools, std::move(settings));
}

void SmallTown::set_clock(base::Instant now) {
    clock_.set(now);
    clerk_->tick();
}

std::string SmallTown::fault() {
    const std::shared_ptr<const procedure::Ruleset> rules(std::shared_ptr<void>(), &clerk_->rules());
    return first_fault(store_, clerk_->origin(), signer_, clerk_->profile(), rules);
}

}  // namespace hearth::tests
