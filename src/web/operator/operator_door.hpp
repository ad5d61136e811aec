#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "web/http/server.hpp"
#include "web/operator/finding.hpp"
#include "web/operator/rules_page.hpp"
#include "web/site.hpp"

/// The operator's own door, on an address that the operator names and that strangers cannot reach: /metrics for Prometheus,
/// /health, /posts and /rules for people. Read only. Nobody signs in here: whoever reaches the address may read it, so nothing
/// behind it is about a person.
namespace hearth::web {

class OperatorDoor {
public:
    struct Sources {
        std::function<std::string()> metrics;
        std::function<std::vector<Finding>()> findings;   // may take some seconds
        std::function<std::vector<FolderRules>()> rules;  // likewise
    };

    /// The site outlives the door.
    OperatorDoor(const Site& site, Sources sources);
    ~OperatorDoor();
    OperatorDoor(const OperatorDoor&) = delete;
    OperatorDoor& operator=(const OperatorDoor&) = delete;

    /// For http::Server; both outlive neither the door nor the site.
    [[nodiscard]] http::Handler handler() const;
    [[nodiscard]] http::Trouble trouble() const;

private:
    struct Rooms;
    std::unique_ptr<Rooms> rooms_;
};

}  // namespace hearth::web
