#include "cli/refold.hpp"

#include <algorithm>
#include <set>

namespace hearth::cli {

namespace {

constexpr std::uint64_t k_piece = 1024;

base::Refusal refused(const char* rule, std::uint64_t entry) { return {base::Reason::malformed, rule, {}, std::to_string(entry)}; }

std::string matter_words(const record::MatterRow& row) { return "matter " + std::to_string(row.id.number); }

/// Name of the first column that differs.
std::optional<std::string> differing_column(const record::MatterRow& stored, const record::MatterRow& folded) {
    if (stored.folded != folded.folded) return "folded";
    if (stored.state != folded.state) return "state";
    if (stored.open != folded.open) return "open";
    if (stored.owner != folded.owner) return "owner";
    if (stored.due != folded.due) return "due";
    if (stored.procedure != folded.procedure) return "procedure";
    if (stored.code_digest != folded.code_digest) return "code_digest";
    if (stored.opened_at != folded.opened_at) return "opened_at";
    if (stored.changed_at != folded.changed_at) return "changed_at";
    if (stored.accused != folded.accused) return "accused";
    return std::nullopt;
}

std::string value_of(const record::MatterRow& row, const std::string& column) {
    if (column == "folded") return row.folded;
    if (column == "state") return row.state;
    if (column == "owner") return row.owner.text;
    return "..";
}

std::optional<std::string> difference_of_matters(record::Store& store, const std::vector<record::MatterRow>& folded) {
    std::set<base::MatterId> known;
    for (const record::MatterRow& row : folded) {
        known.insert(row.id);
        const auto stored = store.matter(row.id);
        if (!stored) return matter_words(row) + " has no row";
        if (const auto column = differing_column(*stored, row)) {
            return matter_words(row) + ", " + *column + ": the row says " + value_of(*stored, *column) + ", its acts say " +
                   value_of(row, *column);
        }
    }
    for (const record::MatterRow& row : store.open_matters()) {
        if (!known.contains(row.id)) return matter_words(row) + " has a row but no act";
    }
    return std::nullopt;
}

std::optional<std::string> difference_of_figures(record::Store& store, const std::vector<record::FigureDelta>& folded) {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums;  // stored, folded
    for (const auto& figure : store.figures()) sums[figure.key].first = figure.add;
    for (const auto& figure : folded) sums[figure.key].second = figure.add;
    for (const auto& [key, sum] : sums) {
        if (sum.first == sum.second) continue;
        return "figure " + key + ": the view says " + std::to_string(sum.first) + ", the acts say " + std::to_string(sum.second);
    }
    return std::nullopt;
}

}  // namespace

Refold::Refold(office::OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules)
    : office_(std::move(profile), std::move(rules)) {}

base::Result<base::Done> Refold::catch_up(record::Store& store,
                                          const std::function<void(std::uint64_t done, std::uint64_t of)>& progress) {
    const std::uint64_t size = store.size();
    while (size_ < size) {
        for (const record::StoredEntry& entry : store.entries(size_, std::min(k_piece, size - size_), false)) {
            const auto frame = record::open_frame(entry.frame);
            if (!frame) return refused("replay/frame", entry.index);
            const bool continues = frame->matter.number > 0 && !frame->from.empty();
            if (continues && office_.find(frame->matter) == nullptr) return refused("replay/matter_never_opened", entry.index);
            office::apply(office_, *frame);
            for (const record::FigureDelta& delta : office::figures_of(office_, *frame)) figures_[delta.key] += delta.add;
            ++size_;
        }
        progress(size_, size);
    }
    return base::Done{};
}

std::vector<record::FigureDelta> Refold::figures() const {
    std::vector<record::FigureDelta> figures;
    for (const auto& [key, sum] : figures_) figures.push_back({key, sum});
    return figures;
}

std::optional<std::string> first_difference(record::Store& store, const Refold& refold) {
    if (auto found = difference_of_matters(store, refold.rows())) return found;
    if (auto found = difference_of_figures(store, refold.figures())) return found;
    if (store.office_state() != refold.office_state()) {
        return "office: the view says " + store.office_state() + ", the acts say " + refold.office_state();
    }
    return std::nullopt;
}

}  // namespace hearth::cli
