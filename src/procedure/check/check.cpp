#include "procedure/check/check.hpp"

#include <algorithm>
#include <set>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

base::Place place_of(const Pack& pack, const Mark& mark) {
    const bool known = mark.file >= 0 && mark.file < static_cast<int>(pack.files.size());
    return {known ? pack.files[static_cast<std::size_t>(mark.file)] : pack.file, mark.line, mark.column, {}};
}

/// What is too large to look at is not proved.
Report too_large(const Pack& pack, const Procedure& procedure, Report report) {
    report.breaches.push_back({0,
                               place_of(pack, procedure.mark),
                               "*" + procedure.id + "* leads to more configurations than can be looked at; lower its limits",
                               {}});
    return report;
}

void judge(const Right& right, const Subject& subject, const Space& space, Report& report) {
    Findings findings;
    right.check(subject, space, findings);
    if (findings.all().empty()) report.proved.push_back(right.number);
    for (const Violation& violation : findings.all()) {
        report.breaches.push_back({violation.right, place_of(subject.pack(), violation.mark), violation.message, violation.path});
    }
}

Report check_procedure(const Pack& pack, const Procedure& procedure, const std::string& file) {
    Report report{procedure.id, file, 0, {}, {}, procedure.changes};
    const Subject subject(pack, procedure);
    const Space space(subject);
    report.configurations = space.configurations().size();
    if (!space.is_complete()) return too_large(pack, procedure, std::move(report));
    for (const Right& right : all_rights()) {
        if (!subject.is_part() || right.binds_parts)
            judge(right, subject, space, report);
        else
            report.proved.push_back(right.number);
    }
    return report;
}

/// A pack that brings no procedure can still break the rights that speak of packs: texts, meetings, floors, retaliation.
Report check_bare_pack(const Pack& pack) {
    Procedure nothing;
    nothing.starts = "nowhere";
    nothing.figures["success"] = {};
    Report report{std::nullopt, pack.file, 0, {}, {}};
    const Subject subject(pack, nothing);
    const Space space(subject);
    for (const Right& right : all_rights()) {
        const bool speaks_of_packs =
            right.number == 5 || right.number == 11 || right.number == 17 || right.number == 19 || right.number == 20;
        if (speaks_of_packs) judge(right, subject, space, report);
    }
    return report;
}

void add_errors(const std::vector<TextError>& errors, std::vector<Report>& reports) {
    for (const TextError& error : errors) {
        auto report = std::ranges::find(reports, error.place.file, &Report::file);
        if (report == reports.end()) report = reports.insert(reports.end(), {std::nullopt, error.place.file, 0, {}, {}});
        report->breaches.push_back({0, error.place, error.message, {}});
    }
}

/// What leans on a text that is broken, so that nothing can be said of it: a procedure on its own file and its pack, an overlay
/// also on the procedure and the pack below.
class Broken {
public:
    explicit Broken(const FolderReading& reading) : reading_(reading) {
        for (const TextError& error : reading.errors) files_.insert(error.place.file);
    }

    [[nodiscard]] bool is(const PackReading& pack, const std::string& procedure) const {
        if (is(pack)) return true;
        for (const PackReading* here = &pack; here != nullptr; here = below(*here)) {
            const bool is_touched = std::ranges::any_of(here->procedures, [&](const ProcedureFile& file) {
                return file.procedure == procedure && files_.contains(file.file);
            });
            if (is_touched) return true;
        }
        return false;
    }

    [[nodiscard]] bool is(const PackReading& pack) const {
        for (const PackReading* here = &pack; here != nullptr; here = below(*here)) {
            if (files_.contains(here->rules.pack.file)) return true;
        }
        return false;
    }

private:
    [[nodiscard]] const PackReading* below(const PackReading& pack) const {
        const auto base = std::ranges::find_if(
            reading_.packs, [&](const PackReading& other) { return other.rules.pack.id == pack.rules.pack.over; });
        return base == reading_.packs.end() ? nullptr : &*base;
    }

    const FolderReading& reading_;
    std::set<std::string> files_;
};

}  // namespace

std::vector<Report> check_folder(const std::vector<SourceFile>& files) {
    const FolderReading reading = read_folder(files);
    const Broken broken(reading);
    std::vector<Report> reports;
    for (const PackReading& pack : reading.packs) {
        for (const ProcedureFile& file : pack.procedures) {
            const Procedure* procedure = pack.rules.pack.procedure(file.procedure);
            if (procedure == nullptr || broken.is(pack, file.procedure))
                reports.push_back({file.procedure, file.file, 0, {}, {}});
            else
                reports.push_back(check_procedure(pack.rules.pack, *procedure, file.file));
        }
        if (pack.procedures.empty() && !broken.is(pack)) reports.push_back(check_bare_pack(pack.rules.pack));
    }
    add_errors(reading.errors, reports);
    return reports;
}

std::vector<Report> check_rules(const Ruleset& rules) {
    std::vector<Report> reports;
    for (const Procedure& procedure : rules.pack.procedures)
        reports.push_back(check_procedure(rules.pack, procedure, procedure.file));
    if (reports.empty()) reports.push_back(check_bare_pack(rules.pack));
    return reports;
}

std::vector<Breach> breaches_of(const std::vector<Report>& reports) {
    std::vector<Breach> all;
    for (const Report& report : reports) all.insert(all.end(), report.breaches.begin(), report.breaches.end());
    return all;
}

}  // namespace hearth::procedure
