#include "web/http/finish.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

#include <algorithm>

using namespace hearth::web::http;
using testing::Contains;
using testing::Not;
using testing::Pair;

namespace {

std::string unzipped(const std::string& packed) {
    z_stream stream = {};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string plain(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

Response page(std::string text) {
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.etag = etag_of(text);
    response.body = body_of(std::move(text));
    response.compress = true;
    return response;
}

}  // namespace

TEST(Finish, PutsTheSecurityHeadersOnEveryAnswer) {
    Response response;
    finish({}, "", response);
    for (const char* name : {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
                             "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"}) {
        EXPECT_THAT(response.headers, Contains(Pair(name, testing::_)));
    }
    EXPECT_THAT(response.headers, Not(Contains(Pair("Set-Cookie", testing::_))));
    EXPECT_THAT(response.headers, Not(Contains(Pair("Server", testing::_))));
}

TEST(Finish, SaysNotModifiedToWhoHoldsTheSameBytes) {
    for (const char* form : {"%", "W/%", "\"other\", %", "*"}) {
        Response response = page("hello");
        std::string held = form;
        if (const auto at = held.find('%'); at != std::string::npos) held.replace(at, 1, response.etag);
        finish({held, {}}, "gzip", response);
        EXPECT_EQ(response.status, 304) << held;
        EXPECT_EQ(response.body, nullptr);
    }
    Response response = page("hello");
    finish({"\"other\"", {}}, "", response);
    EXPECT_EQ(response.status, 200);
}

TEST(Finish, CompressesOnlyWhatIsLargeEnoughForWhoTakesIt) {
    const std::string large(5000, 'x');
    Response response = page(large);
    finish({}, "br, gzip;q=0.5", response);
    EXPECT_THAT(response.headers, Contains(Pair("Content-Encoding", "gzip")));
    EXPECT_EQ(unzipped(*response.body), large);

    Response plain = page(large);
    finish({}, "br, gzip;q=0", plain);
    EXPECT_EQ(*plain.body, large);
    EXPECT_THAT(plain.headers, Contains(Pair("Vary", "Accept-Encoding")));

    Response small = page("hello");
    finish({}, "gzip", small);
    EXPECT_EQ(*small.body, "hello");
}

TEST(Finish, ReadsAcceptEncoding) {
    EXPECT_TRUE(takes_gzip("gzip"));
    EXPECT_TRUE(takes_gzip("deflate, *"));
    EXPECT_TRUE(takes_gzip(" gzip ; q=0.001"));
    EXPECT_FALSE(takes_gzip("gzip;q=0.0"));
    EXPECT_FALSE(takes_gzip("x-gzip2"));
    EXPECT_FALSE(takes_gzip(""));
}
