#pragma once

#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace hearth::base {

/// The wall clock. Steps 0 to 5 are handed instants and never see one.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// Unpredictable bytes.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual std::string bytes(std::size_t count) = 0;
};

/// One Ed25519 key whose secret part its owner never shows.
class Signer {
public:
    virtual ~Signer() = default;
    /// RFC 8032 signature, 64 bytes.
    virtual std::string sign(std::string_view message) const = 0;
    virtual Bytes32 public_key() const = 0;
};

}  // namespace hearth::base
