#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "base/effects.hpp"

/// Time and chance that are played: the same seed gives the same town.
namespace hearth::cli::demo {

/// A clock that stands until it is set. Any thread may look.
class SimulatedClock final : public base::Clock {
public:
    explicit SimulatedClock(base::Instant start) : ms_(start.ms) {}
    [[nodiscard]] base::Instant now() const override { return {ms_.load()}; }
    void set(base::Instant now) { ms_.store(now.ms); }

private:
    std::atomic<std::int64_t> ms_;
};

/// SplitMix64 (Steele, Lea, Flood 2014): small, quick, the same on every machine. Never for secrets that protect anybody.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// 0 .. sides - 1. The tiny bias of the remainder does not matter here.
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(next() % sides); }
    bool one_in(std::size_t sides) { return roll(sides) == 0; }

private:
    std::uint64_t state_;
};

/// Bytes for salts and ids of a played town.
class SeededRandomness final : public base::Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed) : dice_(seed) {}
    std::string bytes(std::size_t count) override {
        std::string drawn;
        while (drawn.size() < count) {
            const std::uint64_t word = dice_.next();
            drawn.append(reinterpret_cast<const char*>(&word), sizeof word);
        }
        drawn.resize(count);
        return drawn;
    }

private:
    Dice dice_;
};

}  // namespace hearth::cli::demo
