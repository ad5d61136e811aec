#include "cli/demo/five_offices.hpp"

#include "base/fault.hpp"
#include "clerk/receipt_code.hpp"
#include "cli/demo/play.hpp"

namespace hearth::cli::demo {
namespace {

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr int k_days = 95;

/// One step: on which day, in the record of which office, and whether the village's machine runs then.
struct Turn {
    int day = 0;
    std::size_t office = 0;
    std::string_view act = {};  // empty: only the clocks go on
    std::string_view outcome = {};
    bool village_sleeps = false;
};

constexpr std::size_t k_village = 0;
constexpr std::size_t k_township = 1;
constexpr std::size_t k_county = 2;

constexpr Turn k_turns[] = {
    {.day = 0, .office = k_village, .act = "submit"},
    {.day = 2, .office = k_village, .act = "accept"},
    // The term of the answer ends on day 62. The township sees it with a day of grace, whether or not the village's machine runs.
    {.day = 69, .office = k_township, .village_sleeps = true},
    {.day = 70, .office = k_village},
    {.day = 71, .office = k_township, .act = "urge"},
    {.day = 74, .office = k_township, .act = "correct"},
    {.day = 78, .office = k_township, .act = "ask_re_review"},
    {.day = 88, .office = k_county, .act = "re_correct"},
    {.day = 92, .office = k_county, .act = "confirm"},
};

class Story {
public:
    Story(std::vector<std::unique_ptr<PlayedOffice>>& all, SimulatedClock& clock, const Town& town)
        : all_(all), clock_(clock), town_(town) {}

    void play(const Turn& turn, base::Instant begin) {
        clock_.set({begin.ms + turn.day * k_day_ms});
        for (auto& office : all_) {
            if (!turn.village_sleeps || office != all_.front()) office->clerk().tick();
        }
        carry();
        if (!turn.act.empty()) act(turn);
        carry();
    }

    FiveOfficesStory told;

private:
    /// Twice over: what a letter brings makes further letters.
    void carry() {
        for (int round = 0; round < 3; ++round) {
            for (auto& office : all_) office->carry();
        }
    }

    void act(const Turn& turn) {
        clerk::Clerk& clerk = all_[turn.office]->clerk();
        std::optional<matter::Matter> matter;
        if (!told.code.empty()) {
            const auto row = clerk.store().matter_by_code(clerk::receipt_code_digest(told.code));
            if (row) matter = clerk.matter(row->id);
        }
        // Who acts follows from the village, which owes the answer, wherever the matter goes on.
        office::Command command = command_for(all_.front()->clerk(), town_, town_.topics.front(),
                                              {turn.day, turn.act, turn.outcome}, matter ? &*matter : nullptr, clock_.now());
        command.office = clerk.profile().id;
        const auto outcome = clerk.submit_and_wait(command);
        if (!outcome.answer())
            throw base::Fault("the story of five offices: " + std::string(turn.act) + " " + to_string(outcome.answer().error()));
        if (matter) return;
        told.number = outcome.answer()->number;
        told.code = outcome.answer()->code;
    }

    std::vector<std::unique_ptr<PlayedOffice>>& all_;
    SimulatedClock& clock_;
    const Town& town_;
};

}  // namespace

std::int64_t story_length_ms() { return k_days * k_day_ms; }

FiveOfficesStory play_five_offices(std::vector<std::unique_ptr<PlayedOffice>>& all, SimulatedClock& clock, const Town& town,
                                   base::Instant begin) {
    Story story(all, clock, town);
    for (const Turn& turn : k_turns) story.play(turn, begin);
    return story.told;
}

}  // namespace hearth::cli::demo
