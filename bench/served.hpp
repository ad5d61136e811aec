#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

/// Things to measure against, started as programs of their own and stopped again.
namespace hearth::bench {

/// A folder that is gone again at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A program under way; it is asked to end (SIGTERM) and waited for at the end.
class Program {
public:
    /// Starts `words[0]`, found by PATH or as a path. Its output goes to `log`.
    Program(const std::vector<std::string>& words, const std::filesystem::path& log);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Peak resident memory so far in KiB (VmHWM).
    [[nodiscard]] long peak_kib() const;

private:
    pid_t pid_;
};

/// Runs a program to its end; its output as text. Throws std::runtime_error with that output when it fails.
std::string output_of(const std::vector<std::string>& words);

/// What wrk reaches in so many seconds; `script` in Lua says what is sent. Throws when anything but a page came.
double requests_per_second(const std::string& url, double seconds, const std::string& script = {}, int connections = 64);

/// Waits until something listens on 127.0.0.1:`port`; the seconds it took. Throws after `most_s`.
double wait_for_port(int port, double most_s = 30);

/// A port that was free a moment ago.
int free_port();

}  // namespace hearth::bench
