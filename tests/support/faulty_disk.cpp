#include "tests/support/faulty_disk.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <string_view>

namespace hearth::tests {
namespace {

sqlite3_vfs* g_real = nullptr;
sqlite3_vfs g_shim;
std::atomic<FaultyDisk::Trouble> g_trouble = FaultyDisk::Trouble::none;
std::atomic<int> g_writes_before = 0;

/// SQLite allocates it together with the real file behind it.
struct ShimFile {
    sqlite3_file base;
    bool watched;
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<ShimFile*>(file) + 1); }
bool is_watched(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file)->watched; }

int code_of(FaultyDisk::Trouble trouble) {
    switch (trouble) {
        case FaultyDisk::Trouble::full: return SQLITE_FULL;
        case FaultyDisk::Trouble::read_only: return SQLITE_READONLY;
        case FaultyDisk::Trouble::write_fails: return SQLITE_IOERR_WRITE;
        default: return SQLITE_OK;
    }
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    if (is_watched(file) && code_of(g_trouble) != SQLITE_OK && g_writes_before-- <= 0) return code_of(g_trouble);
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, count, at);
}

int sync(sqlite3_file* file, int flags) {
    if (is_watched(file) && g_trouble == FaultyDisk::Trouble::sync_fails) return SQLITE_IOERR_FSYNC;
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

int close(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }

/// Hands a call through to the real file.
template <auto Method, class... Values>
auto through(sqlite3_file* file, Values... values) {
    return (real_of(file)->pMethods->*Method)(real_of(file), values...);
}

const sqlite3_io_methods k_methods = {
    .iVersion = 2,
    .xClose = close,
    .xRead = through<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    .xWrite = write,
    .xTruncate = through<&sqlite3_io_methods::xTruncate, sqlite3_int64>,
    .xSync = sync,
    .xFileSize = through<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    .xLock = through<&sqlite3_io_methods::xLock, int>,
    .xUnlock = through<&sqlite3_io_methods::xUnlock, int>,
    .xCheckReservedLock = through<&sqlite3_io_methods::xCheckReservedLock, int*>,
    .xFileControl = through<&sqlite3_io_methods::xFileControl, int, void*>,
    .xSectorSize = through<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = through<&sqlite3_io_methods::xDeviceCharacteristics>,
    .xShmMap = through<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    .xShmLock = through<&sqlite3_io_methods::xShmLock, int, int, int>,
    .xShmBarrier = through<&sqlite3_io_methods::xShmBarrier>,
    .xShmUnmap = through<&sqlite3_io_methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs* /*shim*/, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    auto* shim = reinterpret_cast<ShimFile*>(file);
    shim->watched = name != nullptr && std::string_view(name).find("office.db") != std::string_view::npos;
    shim->base.pMethods = nullptr;
    const int code = g_real->xOpen(g_real, name, real_of(file), flags, flags_out);
    if (real_of(file)->pMethods != nullptr) shim->base.pMethods = &k_methods;
    return code;
}

}  // namespace

FaultyDisk::FaultyDisk() {
    set(Trouble::none);
    g_real = sqlite3_vfs_find(nullptr);
    g_shim = *g_real;
    g_shim.zName = "faulty-disk";
    g_shim.szOsFile = static_cast<int>(sizeof(ShimFile)) + g_real->szOsFile;
    g_shim.xOpen = open;
    sqlite3_vfs_register(&g_shim, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&g_shim);
    sqlite3_vfs_register(g_real, 1);
}

void FaultyDisk::set(Trouble trouble) { set_after(0, trouble); }

void FaultyDisk::set_after(int writes, Trouble trouble) {
    g_writes_before = writes;
    g_trouble = trouble;
}

}  // namespace hearth::tests
