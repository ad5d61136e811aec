#pragma once

#include <spdlog/fwd.h>

#include <memory>
#include <string>

#include "base/time.hpp"
#include "web/site.hpp"

namespace hearth::cli {

/// The log of `hearth serve`, on standard error: what broke, what changed in the health of an office, how signing in went. Nobody
/// waits for it: when whoever reads it is slow, the oldest lines that wait are lost. Any thread.
class Log {
public:
    /// Plain: "hearth: village: disk full", for people and for a journal with times of its own. Json: one object a line, as
    /// {"at":"2026-11-29T14:00:00.000Z","event":"fault","office":"village","words":"disk full"}.
    enum class Form { plain, json };

    explicit Log(Form form);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void write(const web::LogEntry& entry) const;

    /// The line without its end.
    static std::string line_of(const web::LogEntry& entry, Form form, base::Instant at);

private:
    Form form_;
    std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace hearth::cli
