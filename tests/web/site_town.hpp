#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/fake_clock.hpp"
#include "tests/support/small_town.hpp"
#include "web/site.hpp"

namespace hearth::tests {

/// Three offices above each other with real clerks, run by the shipped country pack, as the pages and the API see them.
class SiteTown {
public:
    SiteTown();

    /// A request raised in the village; gives its receipt code.
    std::string raise(std::map<std::string, base::Json> fields);
    /// An issue raised in the village, put on its agenda, talked over and agreed: the village publishes `agreed` for seven days.
    /// Gives the receipt code of who raised it.
    std::string publish(const std::string& agreed);
    /// An act on the matter last raised, by a post of the village ("handler@county": of another office) or, without a post, by the
    /// resident; fails the test when it is refused.
    void act(const std::string& act, const std::string& post, std::map<std::string, base::Json> fields = {});
    /// One field of the matter last raised ("request.account"), or all its content, goes for good; as the operator does it.
    void erase(const std::string& field);
    /// Moves all clocks and lets terms end.
    void pass_days(int days);

    web::Site site;

private:
    void submit(office::Command command);

    void open(const std::string& procedure, const std::string& act, std::map<std::string, base::Json> fields);

    FakeClock clock_;
    std::vector<std::unique_ptr<SmallTown>> offices_;
    std::string procedure_;
    clerk::Acknowledged last_;
};

}  // namespace hearth::tests
