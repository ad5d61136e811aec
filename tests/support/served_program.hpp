#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"

namespace hearth::tests {

/// `hearth serve` of this build as a process of its own, to be killed and started again.
class ServedProgram {
public:
    /// `arguments` after "serve DIR"; what it says goes into `log`.
    ServedProgram(std::filesystem::path dir, std::vector<std::string> arguments, std::filesystem::path log);
    ~ServedProgram();
    ServedProgram(const ServedProgram&) = delete;
    ServedProgram& operator=(const ServedProgram&) = delete;

    void start();
    void kill(int signal);
    /// Posts to the operator's socket; nothing while nobody answers.
    [[nodiscard]] std::optional<base::Json> ask(const std::string& path, const base::Json& body) const;
    /// Whether it answers within twenty seconds.
    [[nodiscard]] bool is_up(const std::string& office) const;

private:
    std::filesystem::path dir_;
    std::vector<std::string> arguments_;
    std::filesystem::path log_;
    pid_t pid_ = 0;
};

/// A TCP port of this machine that nobody listens on now.
int free_port();

}  // namespace hearth::tests
