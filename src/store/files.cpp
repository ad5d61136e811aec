#include "store/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/fault.hpp"

namespace hearth::store {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const char* doing) {
    throw base::Fault(std::string(doing) + " " + file.string() + ": " + std::strerror(errno));
}

/// A descriptor that closes itself.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail(file, "opening");
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number_); }

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

void write_all(const Descriptor& to, std::string_view bytes, const std::filesystem::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(file, "writing");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync(const Descriptor& what, const std::filesystem::path& file) {
    if (::fsync(what.number()) != 0) fail(file, "syncing");
}

}  // namespace

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) fail(file, "opening");
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (stream.bad()) fail(file, "reading");
    return std::move(bytes).str();
}

void create_private(const std::filesystem::path& file) {
    // One that is there is not even opened: closing it would end every lock that this process holds on it (POSIX), and those of a
    // database that is open are all that keeps other processes from taking its log away.
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
    } else if (errno != EEXIST) {
        fail(file, "opening");
    }
}

void append_synced(const std::filesystem::path& file, std::string_view bytes) {
    const bool is_new = !std::filesystem::exists(file);
    const Descriptor to(file, O_WRONLY | O_CREAT | O_APPEND);
    write_all(to, bytes, file);
    sync(to, file);
    if (is_new) sync_folder(file.parent_path());
}

void replace_synced(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::path beside = file;
    beside += ".new";
    {
        const Descriptor to(beside, O_WRONLY | O_CREAT | O_TRUNC);
        write_all(to, bytes, beside);
        sync(to, beside);
    }
    if (std::rename(beside.c_str(), file.c_str()) != 0) fail(file, "replacing");
    sync_folder(file.parent_path());
}

void sync_file(const std::filesystem::path& file) { sync(Descriptor(file, O_RDONLY), file); }

void sync_folder(const std::filesystem::path& folder) {
    const std::filesystem::path named = folder.empty() ? std::filesystem::path(".") : folder;
    const Descriptor descriptor(named, O_RDONLY | O_DIRECTORY);
    sync(descriptor, named);
}

}  // namespace hearth::store
