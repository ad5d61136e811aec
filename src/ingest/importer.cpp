#include "ingest/importer.hpp"

#include <condition_variable>
#include <istream>
#include <memory>
#include <mutex>

#include "ingest/row_acts.hpp"

namespace hearth::ingest {
namespace {

using base::Refusal;

/// How many rows may wait for the clerk: enough to fill its batches, little enough to stay small in memory.
constexpr std::size_t k_rows_under_way = 1024;

/// An answered row whose source says whether it came in time.
struct Judged {
    std::uint64_t entry = 0;
    bool in_time = false;
};

/// The rows that are with the clerk. Answers come on its thread; mutex_ guards everything below it.
class RowsUnderWay {
public:
    RowsUnderWay(clerk::Clerk& clerk, std::string account, std::string file)
        : clerk_(clerk), account_(std::move(account)), file_(std::move(file)) {}

    RowsUnderWay(const RowsUnderWay&) = delete;
    RowsUnderWay& operator=(const RowsUnderWay&) = delete;
    /// The clerk may still answer, so nothing here goes before it has.
    ~RowsUnderWay() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return under_way_ == 0; });
    }

    /// Waits for room, then sends the first act of the row. False when the machinery broke.
    bool add(RowActs acts) {
        auto row = std::make_shared<Row>();
        row->acts = std::move(acts);
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return under_way_ < k_rows_under_way; });
        if (fault_) return false;
        ++under_way_;
        lock.unlock();
        send(std::move(row), 0, {});
        return true;
    }

    void wait_for_all() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return under_way_ == 0; });
        if (fault_) std::rethrow_exception(fault_);
    }

    std::vector<Refusal> take_refusals() {
        const std::lock_guard lock(mutex_);
        return std::exchange(refusals_, {});
    }

    /// After wait_for_all().
    [[nodiscard]] const ImportSummary& summary() const { return summary_; }
    [[nodiscard]] const std::vector<Judged>& judged() const { return judged_; }

private:
    struct Row {
        RowActs acts;
        bool repeated = true;
        std::uint64_t acts_added = 0;
    };

    void send(std::shared_ptr<Row> row, std::size_t step, base::MatterId matter) {
        office::Command command = row->acts.commands[step];
        if (step > 0) command.matter = matter;
        const clerk::Ticket ticket{account_, row->acts.id + "#" + std::to_string(step)};
        clerk_.submit(std::move(command), ticket, [this, row = std::move(row), step](const clerk::Outcome& outcome) mutable {
            took(std::move(row), step, outcome);
        });
    }

    void took(std::shared_ptr<Row> row, std::size_t step, const clerk::Outcome& outcome) {
        if (outcome.broke()) return broke(outcome);
        if (!outcome.answer()) return refused(*row, step, outcome.answer().error());
        const clerk::Acknowledged& done = *outcome.answer();
        row->repeated = row->repeated && done.repeated;
        row->acts_added += done.repeated ? 0 : done.count;
        if (step + 1 < row->acts.commands.size()) return send(std::move(row), step + 1, done.matter);
        const std::lock_guard lock(mutex_);
        if (row->acts.in_time) judged_.push_back({done.first, *row->acts.in_time});
        ++summary_.taken;
        summary_.repeated += row->repeated ? 1 : 0;
        summary_.acts += row->acts_added;
        end_row();
    }

    void broke(const clerk::Outcome& outcome) {
        const std::lock_guard lock(mutex_);
        try {
            (void)outcome.answer();
        } catch (...) {
            fault_ = std::current_exception();
        }
        end_row();
    }

    void refused(const Row& row, std::size_t step, Refusal refusal) {
        refusal.place.file = file_;
        refusal.place.line = row.acts.line;
        if (refusal.place.field.empty()) refusal.place.field = row.acts.commands[step].act;
        const std::lock_guard lock(mutex_);
        refusals_.push_back(std::move(refusal));
        summary_.acts += row.acts_added;
        end_row();
    }

    /// With mutex_ held.
    void end_row() {
        --under_way_;
        changed_.notify_all();
    }

    clerk::Clerk& clerk_;
    std::string account_;
    std::string file_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t under_way_ = 0;
    std::exception_ptr fault_;
    std::vector<Refusal> refusals_;
    std::vector<Judged> judged_;
    ImportSummary summary_;
};

/// Compares what the record says of each answer with the source's own word.
void compare(record::Store& store, const std::vector<Judged>& judged, ImportSummary& summary) {
    for (const Judged& row : judged) {
        const auto entries = store.entries(row.entry, 1, false);
        const auto frame = entries.empty() ? std::nullopt : std::optional(record::open_frame(entries.front().frame));
        if (!frame || !*frame || !(**frame).facts.contains("on_time")) continue;
        const bool on_time = (**frame).facts.value("on_time", false);
        ++(on_time ? summary.on_time : summary.overdue);
        if (on_time != row.in_time) ++summary.differ;
    }
}

}  // namespace

base::Result<Survey> survey(std::istream& in, Format format, const std::string& file) {
    Survey survey;
    HEARTH_TRY(done, read_rows(format, in, file, [&survey](const base::Result<Row>& row) {
                   ++survey.rows;
                   if (!row) return true;
                   for (const auto& [column, value] : row->values.items()) survey.columns.insert(column);
                   return true;
               }));
    return survey;
}

Importer::Importer(clerk::Clerk& clerk, const ImportMap& map, const procedure::ZoneRules* zone, Listener listener)
    : clerk_(clerk), map_(map), zone_(zone), listener_(std::move(listener)) {}

ImportSummary Importer::run(std::istream& in, const std::string& file, base::Instant now) {
    const procedure::Procedure* procedure = clerk_.rules().pack.procedure(map_.procedure);
    HEARTH_CHECK(procedure != nullptr);
    const RowTarget target{map_, *procedure, zone_, clerk_.profile().id, now};
    RowsUnderWay rows(clerk_, "import/" + map_.name, file);
    std::uint64_t read = 0;
    std::uint64_t refused = 0;
    const auto refuse = [&](const Refusal& refusal) {
        ++refused;
        listener_.refused(refusal);
    };
    const auto take = [&](base::Result<Row> row) {
        listener_.progress(++read);
        for (const Refusal& refusal : rows.take_refusals()) refuse(refusal);
        auto acts = std::move(row).and_then([&](const Row& one) { return acts_of(one, target, file); });
        if (acts) return rows.add(std::move(*acts));
        refuse(acts.error());
        return true;
    };
    const auto whole = read_rows(map_.format, in, file, take);
    rows.wait_for_all();
    for (const Refusal& refusal : rows.take_refusals()) refuse(refusal);
    if (!whole) refuse(whole.error());
    ImportSummary summary = rows.summary();
    summary.rows = read;
    summary.refused = refused;
    compare(clerk_.store(), rows.judged(), summary);
    return summary;
}

}  // namespace hearth::ingest
