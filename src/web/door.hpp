#pragma once

#include <memory>

#include "web/http/server.hpp"
#include "web/site.hpp"

/// The door of an installation: which address leads to which page or answer, and what is said when something goes wrong. Addresses
/// begin with the language of a page, "/en" or "/zh"; without it Accept-Language decides.
namespace hearth::web {

class Door {
public:
    /// Reads templates and catalogues once; throws Fault when one is broken. The site outlives the door, and gains and
    /// loses no office meanwhile.
    explicit Door(const Site& site);
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    /// For http::Server; both outlive neither the door nor the site.
    [[nodiscard]] http::Handler handler() const;
    [[nodiscard]] http::Trouble trouble() const;

private:
    struct Rooms;
    std::unique_ptr<Rooms> rooms_;
};

}  // namespace hearth::web
