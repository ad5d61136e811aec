#pragma once

#include <string>

#include "record/act.hpp"

namespace hearth::tests {

/// Bytes that never repeat and are the same in every run.
class CountingRandomness final : public base::Randomness {
public:
    explicit CountingRandomness(std::uint64_t seed = 1) : state_(seed) {}

    std::string bytes(std::size_t count) override {
        std::string out;
        while (out.size() < count) {
            state_ = state_ * 6364136223846793005U + 1442695040888963407U;
            out += static_cast<char>(state_ >> 56);
        }
        return out;
    }

private:
    std::uint64_t state_;
};

/// The opening of a request by a resident, with two fields of content.
inline record::Act sample_act() {
    record::Act act;
    act.id = {"AAAAAAAAAAAAAAAAAAAAAA"};
    act.date = base::parse_date("2026-11-24").value();
    act.frame.office = {"village"};
    act.frame.procedure = {"request"};
    act.frame.procedure_version = 1;
    act.frame.matter = {1};
    act.frame.act = "raise";
    act.frame.by = {record::Actor::Kind::resident, {"BBBBBBBBBBBBBBBBBBBBBB"}, {}, {}};
    act.frame.received_at = base::parse_rfc3339("2026-11-24T01:00:00Z").value();
    act.frame.recorded_at = base::parse_rfc3339("2026-11-24T01:00:00.020Z").value();
    act.frame.to = "received";
    act.frame.outcome = {"on_time"};
    act.frame.due = record::Due{base::parse_rfc3339("2026-12-15T16:00:00Z").value(), "2026-12-15", false};
    act.frame.owner = {"village"};
    act.frame.handling = {"village"};
    act.content.push_back({"request.words", "The well by the road is dry. 路边的井干了。", "public", {}, "5y closed"});
    act.content.push_back({"request.name", "Bat-Erdene", "parties", base::Instant{1'900'000'000'000}, {}});
    return act;
}

}  // namespace hearth::tests
