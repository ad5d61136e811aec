#pragma once

#include <filesystem>

namespace hearth::cli {

/// Holds the one right to write to an office (flock on a file in its folder) until it goes, or the process does. A Fault that says
/// who holds it when somebody else does.
class OfficeLock {
public:
    explicit OfficeLock(const std::filesystem::path& file);
    ~OfficeLock();
    OfficeLock(const OfficeLock&) = delete;
    OfficeLock& operator=(const OfficeLock&) = delete;

private:
    int fd_;
};

}  // namespace hearth::cli
