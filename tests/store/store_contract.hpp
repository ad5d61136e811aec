#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"
#include "tests/support/temporary_folder.hpp"

/// What `record::Store` promises is asked of every store. A further store joins by one line in `every_store`; nothing else changes.
namespace hearth::tests {

/// A store and what must outlive it.
struct Held {
    std::shared_ptr<TemporaryFolder> folder;
    std::unique_ptr<record::Store> store;
};

struct Factory {
    std::string name;
    std::function<Held()> make;
};

inline void PrintTo(const Factory& factory, std::ostream* out) { *out << factory.name; }

inline Held make_memory() { return {nullptr, std::make_unique<store::MemoryStore>()}; }

inline Held make_sqlite() {
    auto folder = std::make_shared<TemporaryFolder>();
    return {folder, std::make_unique<store::SqliteStore>(store::files_in(folder->path()))};
}

inline std::vector<Factory> every_store() { return {{"Memory", make_memory}, {"Sqlite", make_sqlite}}; }

class StoreContract : public testing::TestWithParam<Factory> {
protected:
    record::Store& store() { return *held_.store; }

private:
    Held held_ = GetParam().make();
};

inline std::string name_of(const testing::TestParamInfo<Factory>& info) { return info.param.name; }

}  // namespace hearth::tests
