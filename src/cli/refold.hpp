#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "office/office.hpp"
#include "record/store.hpp"

namespace hearth::cli {

/// Folds all acts of a record afresh, by `office::apply` alone, as if there were no views. Keeps every matter in memory (about one
/// kilobyte each), also quiet ones.
class Refold {
public:
    Refold(office::OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules);

    /// Folds what the store holds beyond what was folded so far. Refused `malformed` replay/frame or replay/matter_never_opened
    /// with the number of the entry as detail.
    base::Result<base::Done> catch_up(record::Store& store,
                                      const std::function<void(std::uint64_t done, std::uint64_t of)>& progress);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::vector<record::MatterRow> rows() const { return office_.changed_rows(); }
    [[nodiscard]] std::vector<record::FigureDelta> figures() const;
    [[nodiscard]] std::string office_state() const { return office_.save(); }

private:
    office::Office office_;
    std::map<std::string, std::int64_t> figures_;
    std::uint64_t size_ = 0;
};

/// The first thing in which the views of the store differ from what its acts say, in words; nothing when they follow.
std::optional<std::string> first_difference(record::Store& store, const Refold& refold);

}  // namespace hearth::cli
