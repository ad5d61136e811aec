#include "web/http/server.hpp"

#include <gmock/gmock.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/fault.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/raw_client.hpp"

using namespace hearth::tests;
using namespace hearth::web::http;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

Response text(int status, std::string words) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = body_of(std::move(words));
    return response;
}

Response trouble(int status, std::string_view, const Request&) { return text(status, "trouble " + std::to_string(status)); }

/// Answers with what it was asked.
void echo(Request request, Respond respond) {
    respond(text(200, request.method + " " + request.path + "?" + request.query + " [" + request.body + "]" +
                          (request.local ? " local" : "") + (request.cut ? " cut" : "")));
}

Listen anywhere() {
    Listen listen;
    listen.address = "127.0.0.1";
    return listen;
}

struct Echo {
    explicit Echo(Limits limits = {}, Handler handler = echo) : server(anywhere(), limits, std::move(handler), trouble) {}

    std::string ask(std::string_view bytes) {
        RawClient client(server.port());
        client.send(bytes);
        return client.until_closed();
    }

    Server server;
};

}  // namespace

TEST(Server, AnswersOneRequestAfterAnotherOnOneConnection) {
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/a?b=c"));
    EXPECT_EQ(body_in(client.answer()), "GET /a?b=c []");
    client.send(post("/d", "text/plain", "words"));
    EXPECT_EQ(body_in(client.answer()), "POST /d? [words]");
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/1") + post("/2", "text/plain", "two") + get("/3", "Connection: close\r\n"));
    EXPECT_EQ(body_in(client.answer()), "GET /1? []");
    EXPECT_EQ(body_in(client.answer()), "POST /2? [two]");
    EXPECT_EQ(body_in(client.answer()), "GET /3? []");
    EXPECT_EQ(client.until_closed(), "");
    EXPECT_TRUE(client.closed());
}

TEST(Server, AnswersHeadWithoutABody) {
    Echo echo;
    RawClient client(echo.server.port());
    client.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n");
    const std::string head = client.answer(false);
    EXPECT_EQ(status_in(head), 200);
    EXPECT_EQ(header_in(head, "Content-Length"), "11");
    client.send(get("/b"));
    EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200"));
}

TEST(Server, ReadsChunkedBodies) {
    Echo echo;
    RawClient client(echo.server.port());
    client.send("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    EXPECT_EQ(body_in(client.answer()), "POST /c? [abcde]");
}

TEST(Server, TellsAClientThatAsksBeforeSendingToGoOn) {
    Echo echo;
    RawClient client(echo.server.port());
    client.send("POST /c HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_THAT(client.answer(false), StartsWith("HTTP/1.1 100"));
    client.send("abc");
    EXPECT_EQ(body_in(client.answer()), "POST /c? [abc]");
}

TEST(Server, NamesNeitherItselfNorSetsCookies) {
    Echo echo;
    const std::string answer = echo.ask(get("/", "Connection: close\r\n"));
    EXPECT_EQ(header_in(answer, "Server"), "");
    EXPECT_EQ(header_in(answer, "Set-Cookie"), "");
    EXPECT_EQ(header_in(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(header_in(answer, "Content-Security-Policy"), StartsWith("default-src 'none'"));
    EXPECT_THAT(header_in(answer, "Date"), HasSubstr("GMT"));
}

TEST(Server, AnswersBrokenGrammarWith400AndCloses) {
    Echo echo;
    for (const char* bytes : {
             "nonsense\r\n\r\n",
             "GET /\r\n\r\n",
             "GET / HTTP/1.1\r\n\r\n",
             "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
             "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
             "GET / HTTP/3.7\r\nHost: a\r\n\r\n",
             "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
             "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
         }) {
        const std::string answer = echo.ask(bytes);
        EXPECT_EQ(status_in(answer), 400) << bytes;
        EXPECT_EQ(body_in(answer), "trouble 400") << bytes;
        EXPECT_EQ(header_in(answer, "Connection"), "close") << bytes;
    }
}

TEST(Server, AnswersLongHeadersWith431) {
    Echo echo;
    EXPECT_EQ(status_in(echo.ask(get("/", "X: " + std::string(9000, 'x') + "\r\n"))), 431);
    EXPECT_EQ(status_in(echo.ask(get("/" + std::string(9000, 'x')))), 431);
}

TEST(Server, AnswersLongBodiesWith413) {
    Limits limits;
    limits.body_bytes = 1000;
    Echo echo(limits);
    EXPECT_EQ(status_in(echo.ask(post("/", "text/plain", std::string(1000, 'x'), "Connection: close\r\n"))), 200);
    EXPECT_EQ(status_in(echo.ask(post("/", "text/plain", std::string(1001, 'x')))), 413);
    EXPECT_EQ(status_in(echo.ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n")), 413);
    EXPECT_EQ(status_in(echo.ask("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
                                 std::string(1001, 'x') + "\r\n0\r\n\r\n")),
              413);
}

TEST(Server, KeepsTheBeginningOfAFormWithFilesThatIsTooLong) {
    Limits limits;
    limits.upload_bytes = 1000;
    limits.drained_bytes = 20'000;
    Echo echo(limits);
    const auto sent = [&](std::size_t bytes) {
        return echo.ask(post("/", "multipart/form-data; boundary=b", std::string(bytes, 'x'), "Connection: close\r\n"));
    };
    const std::string kept = "POST /? [" + std::string(1000, 'x') + "]";
    EXPECT_EQ(body_in(sent(1000)), kept);
    EXPECT_EQ(body_in(sent(1001)), kept + " cut");
    EXPECT_EQ(body_in(sent(20'000)), kept + " cut");
    EXPECT_EQ(status_in(sent(20'001)), 413);
}

TEST(Server, CutsOffWhoSendsTooSlowly) {
    Limits limits;
    limits.read = 80ms;
    limits.idle = 80ms;
    Echo echo(limits);
    RawClient client(echo.server.port());
    const auto begun = std::chrono::steady_clock::now();
    for (const char c : get("/", "X: " + std::string(200, 'x') + "\r\n")) {
        if (!client.send(std::string_view(&c, 1))) break;
        std::this_thread::sleep_for(5ms);
        if (std::chrono::steady_clock::now() - begun > 500ms) break;
    }
    EXPECT_EQ(client.until_closed(2s), "");
    EXPECT_TRUE(client.closed());
}

TEST(Server, CutsOffWhoSaysNothing) {
    Limits limits;
    limits.idle = 50ms;
    Echo echo(limits);
    RawClient client(echo.server.port());
    EXPECT_EQ(client.until_closed(2s), "");
    EXPECT_TRUE(client.closed());
}

TEST(Server, TurnsAwayMoreConnectionsThanItsLimit) {
    Limits limits;
    limits.connections = 2;
    Echo echo(limits);
    RawClient first(echo.server.port());
    RawClient second(echo.server.port());
    first.send(get("/"));
    second.send(get("/"));
    EXPECT_EQ(status_in(first.answer()), 200);
    EXPECT_EQ(status_in(second.answer()), 200);
    RawClient third(echo.server.port());
    third.send(get("/"));
    EXPECT_EQ(third.until_closed(2s), "");
    EXPECT_TRUE(third.closed());
}

TEST(Server, TakesAnswersFromOtherThreads) {
    std::vector<std::jthread> threads;
    std::mutex guard;
    Echo later({}, [&](Request request, Respond respond) {
        const std::scoped_lock lock(guard);
        threads.emplace_back([path = request.path, respond = std::move(respond)]() mutable {
            std::this_thread::sleep_for(20ms);
            respond(text(200, "later " + path));
        });
    });
    RawClient client(later.server.port());
    client.send(get("/1") + get("/2"));
    EXPECT_EQ(body_in(client.answer()), "later /1");
    EXPECT_EQ(body_in(client.answer()), "later /2");
}

TEST(Server, AnswersForAHandlerThatThrowsForgetsOrIsLate) {
    Limits limits;
    limits.answer = 50ms;
    std::vector<Respond> kept;
    Echo broken(limits, [&](Request request, Respond respond) {
        if (request.path == "/throw") throw hearth::base::Fault("disk");
        if (request.path == "/late") kept.push_back(std::move(respond));
    });
    RawClient client(broken.server.port());
    client.send(get("/throw"));
    EXPECT_EQ(body_in(client.answer()), "trouble 500");
    client.send(get("/forget"));
    EXPECT_EQ(body_in(client.answer()), "trouble 500");
    client.send(get("/late"));
    EXPECT_EQ(body_in(client.answer()), "trouble 503");
    kept.clear();
    client.send(get("/forget"));
    EXPECT_EQ(body_in(client.answer()), "trouble 500");
}

TEST(Server, StopAnswersWhatItTookInAndClosesTheRest) {
    std::mutex guard;
    std::condition_variable taken;
    std::vector<Respond> waiting;
    Echo slow({}, [&](Request, Respond respond) {
        const std::scoped_lock lock(guard);
        waiting.push_back(std::move(respond));
        taken.notify_all();
    });
    RawClient idle(slow.server.port());
    RawClient busy(slow.server.port());
    busy.send(get("/"));
    std::unique_lock lock(guard);
    taken.wait(lock, [&] { return !waiting.empty(); });
    std::jthread stopper([&] { slow.server.stop(); });
    EXPECT_EQ(idle.until_closed(2s), "");
    EXPECT_TRUE(idle.closed());
    waiting.front()(text(200, "done"));
    const std::string answer = busy.until_closed(2s);
    EXPECT_EQ(body_in(answer), "done");
    EXPECT_EQ(header_in(answer, "Connection"), "close");
}

TEST(Server, KnowsWhatCameOverItsSocketFile) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "hearth.sock";
    {
        Listen listen = anywhere();
        listen.socket_file = file;
        Server server(listen, {}, echo, trouble);
        EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
        RawClient near(file);
        near.send(get("/"));
        EXPECT_THAT(body_in(near.answer()), testing::EndsWith(" local"));
        RawClient far(server.port());
        far.send(get("/"));
        EXPECT_THAT(std::string(body_in(far.answer())), Not(HasSubstr("local")));
    }
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Server, SaysWhyItCannotListen) {
    Echo first;
    Listen taken = anywhere();
    taken.port = first.server.port();
    EXPECT_THROW(Server(taken, {}, echo, trouble), hearth::base::Fault);
    Listen nowhere;
    nowhere.address = "not an address";
    EXPECT_THROW(Server(nowhere, {}, echo, trouble), hearth::base::Fault);
}
