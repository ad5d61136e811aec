#pragma once

#include <stdexcept>
#include <string>

namespace hearth::base {

/// Broken machinery (disk, database, socket), thrown from step 6 up only; caught around one request and around the writer loop.
class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The machinery cannot tell whether the last commit happened (failed fsync, connection lost in COMMIT). The writer must stop,
/// reopen and settle by reading.
class UnknownOutcome : public Fault {
public:
    using Fault::Fault;
};

}  // namespace hearth::base
