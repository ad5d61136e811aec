#include "web/http/router.hpp"

#include <gmock/gmock.h>

using hearth::web::http::Handler;
using hearth::web::http::Request;
using hearth::web::http::Respond;
using hearth::web::http::Router;
using testing::ElementsAre;
using testing::Pair;

namespace {

Router village() {
    Router router;
    const Handler nothing = [](Request, Respond) {};
    router.add("GET", "/", nothing);
    router.add("GET", "/o/{office}", nothing);
    router.add("GET", "/o/{office}/matter", nothing);
    router.add("POST", "/o/{office}/matter", nothing);
    router.add("GET", "/o/{office}/record/tile/{tile...}", nothing);
    return router;
}

}  // namespace

TEST(Router, NamesTheSegmentsOfTheFirstPatternThatFits) {
    const Router router = village();
    const auto match = router.match("GET", "/o/village");
    EXPECT_EQ(match.found, Router::Found::handler);
    EXPECT_THAT(match.params, ElementsAre(Pair("office", "village")));
    EXPECT_EQ(router.match("GET", "/").found, Router::Found::handler);
}

TEST(Router, TakesTheRestOfThePathAsItStands) {
    const Router router = village();
    const auto match = router.match("GET", "/o/village/record/tile/0/x001/234.p/5");
    EXPECT_THAT(match.params, ElementsAre(Pair("office", "village"), Pair("tile", "0/x001/234.p/5")));
}

TEST(Router, AnswersHeadByGet) {
    const Router router = village();
    EXPECT_EQ(router.match("HEAD", "/o/village").found, Router::Found::handler);
}

TEST(Router, TellsAnUnknownPathFromAnUnknownMethod) {
    const Router router = village();
    EXPECT_EQ(router.match("GET", "/o").found, Router::Found::no_path);
    EXPECT_EQ(router.match("GET", "/o/").found, Router::Found::no_path);
    EXPECT_EQ(router.match("GET", "/o/village/").found, Router::Found::no_path);
    EXPECT_EQ(router.match("GET", "/o/village/matter/x").found, Router::Found::no_path);
    const auto match = router.match("DELETE", "/o/village/matter");
    EXPECT_EQ(match.found, Router::Found::no_method);
    EXPECT_EQ(match.allow, "GET, HEAD, POST");
}

TEST(Router, RefusesBrokenPathsAndHiddenSlashes) {
    const Router router = village();
    EXPECT_EQ(router.match("GET", "/o/%zz").found, Router::Found::malformed);
    EXPECT_EQ(router.match("GET", "/o/village%2Fmatter").found, Router::Found::no_path);
}
