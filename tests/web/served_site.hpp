#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/web/raw_client.hpp"
#include "tests/web/site_town.hpp"
#include "web/door.hpp"

namespace hearth::tests {

/// The town behind a real server on a free port, asked with bytes.
class ServedSite : public testing::Test {
protected:
    static constexpr const char* k_form = "application/x-www-form-urlencoded";

    std::string ask(std::string_view bytes) {
        RawClient client(server_.port());
        client.send(bytes);
        return client.answer();
    }

    SiteTown town_;
    web::Door door_{town_.site};
    web::http::Server server_{web::http::Listen{"127.0.0.1", 0, {}}, {}, door_.handler(), door_.trouble()};
};

}  // namespace hearth::tests
