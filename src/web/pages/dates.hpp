#pragma once

#include <memory>
#include <string>

#include "base/time.hpp"
#include "web/catalogue.hpp"

/// Days as people say them, always with the weekday: "Wednesday 21 July 2027". The order of the parts is in the catalogue, the
/// names come from ICU.
namespace hearth::web::pages {

class Dates {
public:
    explicit Dates(const Catalogue& catalogue);
    ~Dates();
    Dates(Dates&&) noexcept;
    Dates(const Dates&) = delete;
    Dates& operator=(const Dates&) = delete;
    Dates& operator=(Dates&&) = delete;

    [[nodiscard]] std::string day(base::CivilDate date) const;          // Wednesday 21 July 2027
    [[nodiscard]] std::string moment(const base::CivilTime& at) const;  // Wednesday 21 July 2027, 9:12
    [[nodiscard]] std::string month(base::CivilDate date) const;        // July
    [[nodiscard]] std::string weekday(base::CivilDate date) const;      // Wed
    [[nodiscard]] std::string quarter(int year, int quarter) const;     // second quarter of 2027

private:
    struct Formats;
    std::unique_ptr<Formats> formats_;
};

}  // namespace hearth::web::pages
