#include "cli/office_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "base/fault.hpp"

namespace hearth::cli {

namespace {

std::string holder(int fd) {
    std::array<char, 32> text{};
    const ssize_t got = ::pread(fd, text.data(), text.size(), 0);
    return got > 0 ? std::string(text.data(), static_cast<std::size_t>(got)) : std::string("another process");
}

}  // namespace

OfficeLock::OfficeLock(const std::filesystem::path& file) : fd_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (fd_ < 0) throw base::Fault(file.string() + ": " + std::strerror(errno));
    if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        const std::string words =
            file.parent_path().string() + " is in use by " + holder(fd_) + "; an office has one writer at a time";
        ::close(fd_);
        throw base::Fault(words);
    }
    const std::string me = "process " + std::to_string(::getpid());
    // The words only help the next one to see who is here; the lock holds without them.
    if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, me.data(), me.size(), 0);
}

OfficeLock::~OfficeLock() { ::close(fd_); }

}  // namespace hearth::cli
