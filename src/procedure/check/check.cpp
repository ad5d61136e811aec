#include "procedure/check/check.hpp"

#include <algorithm>
#include <map>

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

}  // namespace

std::vector<Report> check_folder(const std::vector<SourceFile>& files) {
    const FolderReading reading = read_folder(files);
    std::vector<Report> reports;
    for (const PackReading& pack : reading.packs) {
        for (const ProcedureFile& file : pack.procedures) {
            const Procedure* procedure = pack.rules.pack.procedure(file.procedure);
            // Procedures lean on their pack and on each other, so nothing is proved while a text of the folder is broken.
            if (!reading.errors.empty() || procedure == nullptr)
                reports.push_back({file.procedure, file.file, 0, {}, {}});
            else
                reports.push_back(check_procedure(pack.rules.pack, *procedure, file.file));
        }
        if (pack.procedures.empty() && reading.errors.empty()) reports.push_back(check_bare_pack(pack.rules.pack));
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
