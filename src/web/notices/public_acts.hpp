#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "record/act.hpp"
#include "web/site.hpp"

namespace hearth::web::notices {

/// Something in the record of an office that everybody may know of.
struct PublicAct {
    enum class Kind { publication, rules, key, origin };
    Kind kind = Kind::publication;
    std::uint64_t entry = 0;
    base::MatterId matter;  // of a publication; never shown
    std::string procedure;
    int version = 0;
    std::string act;
    base::Instant at;                        // when it was recorded
    base::CivilDate day;                     // of `at`
    base::Instant ends;                      // of its days; of an act of the office: when it is no news any more
    std::string last_day;                    // of a publication: "2026-12-01"
    std::optional<base::Instant> withdrawn;  // of a publication: the act was taken back then
};

/// The public acts of one office, read off the tail of its record: as far back as anything that is still public can lie, and from
/// then on only what was added. Follows the served checkpoint, so that whoever hears of an act can find it in the record. Any
/// thread.
class PublicActs {
public:
    /// The office outlives it.
    explicit PublicActs(const OfficeSite& office) : office_(office) {}

    struct Told {
        std::vector<PublicAct> acts;  // in force at that time, those withdrawn since included; newest first
        base::Instant changed;        // when that list last became what it is, as far back as was read
        std::uint64_t size = 0;       // entries of the record under the served checkpoint
    };
    Told at(base::Instant now);

private:
    void follow(std::uint64_t size, base::Instant now);
    void read_back(std::uint64_t size, base::Instant from);
    void note(const record::StoredEntry& entry);
    void note_publication(PublicAct seen, const record::Frame& frame);
    void withdraw(const record::Frame& frame, const std::string& act);

    const OfficeSite& office_;
    std::mutex mutex_;             // guards the next two
    std::vector<PublicAct> acts_;  // oldest first
    std::uint64_t next_ = 0;       // the first entry that was not looked at
};

/// Of an act of the office itself; nothing where the public need not know of it.
std::optional<PublicAct::Kind> kind_of_office_act(std::string_view act);

/// Publications that have not ended and were not withdrawn.
bool is_running(const PublicAct& act, base::Instant now);

}  // namespace hearth::web::notices
