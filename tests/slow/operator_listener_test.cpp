// `hearth serve --operator`: figures and health on the address that the operator names, and on no other.
#include <gmock/gmock.h>

#include "referral/http_client.hpp"
#include "tests/support/program.hpp"
#include "tests/support/prometheus_text.hpp"
#include "tests/support/served_place.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

using testing::HasSubstr;

TEST(OperatorListener, ServesFiguresAndHealthThereAndNowhereElse) {
    const TemporaryFolder folder;
    const Place place(folder.path(), "village", {}, Place::Over::plain);
    const std::filesystem::path installation = place.paths.root.parent_path();
    const std::string private_address = "127.0.0.1:" + std::to_string(free_port());
    ServedProgram served(installation, {"--listen", place.config.host, "--operator", private_address}, folder.path() / "log");
    served.start();
    ASSERT_TRUE(served.is_up("village"));
    const auto figures = referral::http_get("http://" + private_address + "/metrics");
    EXPECT_EQ(read_prometheus(figures.body).find("hearth_serving")->second.value, 1);
    const auto health = referral::http_get("http://" + private_address + "/en/health", {.timeout_ms = 30'000});
    EXPECT_EQ(health.status, 200);
    EXPECT_THAT(health.body, HasSubstr("None was ever proved to come back."));
    EXPECT_THAT(health.body, HasSubstr("The office is served."));
    EXPECT_THAT(referral::http_get("http://" + private_address + "/en/posts").body, HasSubstr("Nobody holds a post here."));
    EXPECT_THAT(referral::http_get("http://" + private_address + "/en/rules").body, HasSubstr("Nothing would change."));
    for (const char* path : {"/metrics", "/health", "/en/health", "/posts", "/rules"})
        EXPECT_EQ(referral::http_get("http://" + place.config.host + path).status, 404) << path;
    const auto ran = run_hearth({"doctor", installation.string()});
    EXPECT_EQ(ran.exit_code, 1);
    EXPECT_THAT(ran.output, HasSubstr("The office is served."));
}

}  // namespace
}  // namespace hearth::tests
