#pragma once

namespace hearth::tests {

/// Stands between SQLite and the disk while it lives, so that a real store can be shown a full disk, a read-only one or a sync that
/// fails. One at a time; make it before the store. Files of other names than "office.db" and its log are left alone.
class FaultyDisk {
public:
    enum class Trouble { none, full, read_only, write_fails, sync_fails };

    FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    void set(Trouble trouble);
    /// Lets this many further writes through before the trouble begins.
    void set_after(int writes, Trouble trouble);
};

}  // namespace hearth::tests
