// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/platform/raw_connection.h"
#include "tests/unit/platform/running_server.h"

#include <malloc.h>
#include <sys/resource.h>

#include <QtTest>

#include <future>
#include <memory>
#include <stdexcept>

using namespace lianxin::platform;
using namespace lianxin::tests;
using namespace std::chrono_literals;

namespace {

// Replies that wait for someone to give them, and how many there are.
class Shelf {
public:
    void put(HttpServer::Reply reply) {
        const std::scoped_lock lock(mutex_);
        replies_.push_back(std::move(reply));
        more_.notify_all();
    }
    void waitFor(std::size_t count) {
        std::unique_lock lock(mutex_);
        more_.wait_for(lock, 20s, [&] { return replies_.size() >= count; });
    }
    std::vector<HttpServer::Reply> takeAll() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(replies_, {});
    }
    HttpServer::Handler handler() {
        return [this](ServerRequest, HttpServer::Reply reply) { put(std::move(reply)); };
    }

private:
    std::mutex mutex_;
    std::condition_variable more_;
    std::vector<HttpServer::Reply> replies_;
};

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

private slots:
    void aRequestReachesTheHandlerAsItWasSent() {
        std::promise<ServerRequest> seen;
        RunningServer server({}, openGate(), [&](ServerRequest request, const HttpServer::Reply& reply) {
            seen.set_value(std::move(request));
            reply(answerOf(204, ""));
        });
        RawConnection client(server.port());
        client.send(
            "PUT /a%20b?c=d HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer s\r\nContent-Length: 3\r\n\r\nabc");
        QCOMPARE(client.answer(), std::string("HTTP/1.1 204 No Content\r\n\r\n"));
        const ServerRequest request = seen.get_future().get();
        QCOMPARE(request.method, std::string("PUT"));
        QCOMPARE(request.path, std::string("/a%20b?c=d"));
        QCOMPARE(request.authorization, std::string("Bearer s"));
        QCOMPARE(request.body, std::string("abc"));
    }

    void anAnswerCarriesOnlyTheHeadersThatSaySomething() {
        RunningServer server({}, openGate(), [](const ServerRequest&, const HttpServer::Reply& reply) {
            ServerAnswer answer = answerOf(503, "busy");
            answer.contentType = "text/plain";
            answer.retryAfter = 7s;
            reply(std::move(answer));
        });
        RawConnection client(server.port());
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.answer(), std::string("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n"
                                              "Content-Type: text/plain\r\nRetry-After: 7\r\n\r\nbusy"));
    }

    void aConnectionServesManyRequestsOneAfterTheOther() {
        RunningServer server({}, openGate(), echo());
        RawConnection client(server.port());
        for (const std::string body : {"one", "two", "three"}) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
                        "\r\n\r\n" + body);
            QCOMPARE(bodyOf(client.answer()), body);
        }
    }

    void requestsSentAtOnceAreAnsweredInOrder() {
        RunningServer server({}, openGate(), echo());
        RawConnection client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1"
                    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n2\r\n0\r\n\r\n"
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n3");
        QCOMPARE(bodyOf(client.answer()), std::string("1"));
        QCOMPARE(bodyOf(client.answer()), std::string("2"));
        QCOMPARE(bodyOf(client.answer()), std::string("3"));
    }

    void requestsSentAtOnceAreEachAskedOfTheGate() {
        RunningServer server(
            {},
            [](const ServerRequest& request) -> std::optional<ServerAnswer> {
                if (request.path == "/closed") {
                    return answerOf(401, "");
                }
                return std::nullopt;
            },
            echo());
        RawConnection client(server.port());
        client.send("GET /closed HTTP/1.1\r\nHost: x\r\n\r\nGET /open HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(statusOf(client.answer()), 401);
        QCOMPARE(statusOf(client.answer()), 200);
    }

    void aRequestMayComeByteByByte() {
        RunningServer server({}, openGate(), echo());
        RawConnection client(server.port());
        for (const char byte :
             std::string_view("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n")) {
            client.send(std::string_view(&byte, 1));
        }
        QCOMPARE(bodyOf(client.answer()), std::string("hello!"));
    }

    void aLargeBodyAndALargeAnswerArriveWhole() {
        RunningServer server({}, openGate(), echo());
        RawConnection client(server.port());
        std::string body(3'000'000, 'x');
        for (std::size_t i = 0; i < body.size(); i += 1000) {
            body[i] = static_cast<char>('a' + i / 1000 % 26);
        }
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n" + body);
        QVERIFY(bodyOf(client.answer()) == body);
    }

    void aHeadIsAnsweredWithoutABody() {
        RunningServer server({}, openGate(), [](const ServerRequest&, const HttpServer::Reply& reply) {
            reply(answerOf(200, "never sent"));
        });
        RawConnection client(server.port());
        client.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QCOMPARE(bodyOf(client.untilClosed()), std::string());
    }

    void aClientThatWaitsToBeAskedForItsBodyIsAsked() {
        RunningServer server({}, openGate(), echo());
        RawConnection client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.answer(), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("ok");
        QCOMPARE(bodyOf(client.answer()), std::string("ok"));
    }

    void anAnswerMayComeLaterFromAnotherThread() {
        Shelf shelf;
        RunningServer server({}, openGate(), shelf.handler());
        RawConnection client(server.port());
        client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        shelf.waitFor(1);
        std::thread([replies = shelf.takeAll()] {
            replies.front()(answerOf(200, "news"));
            replies.front()(answerOf(200, "a second call counts for nothing"));
        }).join();
        QCOMPARE(bodyOf(client.answer()), std::string("news"));
        client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
        shelf.waitFor(1);
        shelf.takeAll().front()(answerOf(200, "more"));
        QCOMPARE(bodyOf(client.answer()), std::string("more"));
    }

    void fiveHundredWaitingRequestsAreCheap() {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
        setrlimit(RLIMIT_NOFILE, &files);
        constexpr std::size_t count = 500;
        Shelf shelf;
        RunningServer server({}, openGate(), shelf.handler());
        const std::size_t before = mallinfo2().uordblks;
        std::vector<std::unique_ptr<RawConnection>> clients;
        for (std::size_t i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<RawConnection>(server.port()));
            clients.back()->send(
                "POST /wait HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 123456789012345678901234\r\n"
                "Content-Length: 4\r\n\r\nbody");
        }
        shelf.waitFor(count);
        const std::size_t each = (mallinfo2().uordblks - before) / count;
        QVERIFY2(each < 2500, qPrintable(QString::number(each) + " bytes for each"));
        for (const HttpServer::Reply& reply : shelf.takeAll()) {
            reply(answerOf(200, "go"));
        }
        for (const auto& client : clients) {
            QCOMPARE(bodyOf(client->answer()), std::string("go"));
        }
    }

    void aReplyThatNobodyGivesClosesTheConnection() {
        RunningServer server({}, openGate(), [](const ServerRequest&, const HttpServer::Reply&) {});
        RawConnection client(server.port());
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(client.closed());
    }

    void aClientThatLeavesWhileWaitingMakesRoom() {
        Shelf shelf;
        ServerLimits limits;
        limits.connections = 1;
        RunningServer server(limits, openGate(), shelf.handler());
        auto leaver = std::make_unique<RawConnection>(server.port());
        leaver->send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        shelf.waitFor(1);
        leaver.reset();
        bool served = false;
        for (int attempt = 0; attempt < 1000 && !served; ++attempt) {
            RawConnection client(server.port());
            client.send("GET /bad HTTP/9\r\n\r\n");
            served = statusOf(client.answer()) == 400;
        }
        QVERIFY(served);
    }

    void aHandlerThatThrowsHarmsOnlyItsRequest() {
        RunningServer server({}, openGate(),
                             [](const ServerRequest& request, const HttpServer::Reply& reply) {
                                 if (request.path == "/bad") {
                                     throw std::runtime_error("a mistake");
                                 }
                                 reply(answerOf(200, "fine"));
                             });
        RawConnection client(server.port());
        client.send("GET /bad HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.answer(),
                 std::string("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"));
        client.send("GET /good HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(bodyOf(client.answer()), std::string("fine"));
        QCOMPARE(server.logged(), std::vector<std::string>{"http handler: a mistake"});
    }

    void stoppingLetsAnAnswerInFlightFinish() {
        Shelf shelf;
        RunningServer server({}, openGate(), shelf.handler());
        RawConnection idle(server.port());
        RawConnection waiting(server.port());
        waiting.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        shelf.waitFor(1);
        std::thread stopper([&] { server.stop(); });
        QVERIFY(idle.closed());
        shelf.takeAll().front()(answerOf(200, "last words"));
        QCOMPARE(bodyOf(waiting.answer()), std::string("last words"));
        QVERIFY(waiting.closed());
        waiting.close();
        stopper.join();
    }

    void stoppingWaitsOnlyUntilTheDeadline() {
        Shelf shelf;
        ServerLimits limits;
        limits.writeDeadline = 50ms;
        RunningServer server(limits, openGate(), shelf.handler());
        RawConnection waiting(server.port());
        waiting.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        shelf.waitFor(1);
        server.stop();
        QVERIFY(waiting.closed());
    }

    void aReplyMayOutliveTheServer() {
        Shelf shelf;
        ServerLimits limits;
        limits.writeDeadline = 1ms;
        auto server = std::make_unique<RunningServer>(limits, openGate(), shelf.handler());
        RawConnection given(server->port());
        RawConnection dropped(server->port());
        given.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        dropped.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        shelf.waitFor(2);
        server.reset();
        shelf.takeAll().front()(answerOf(200, "too late"));
        QVERIFY(given.closed());
        QVERIFY(dropped.closed());
    }

    void aServerThatNeverRanCanBeStoppedAndDestroyed() {
        HttpServer server({}, openGate(), echo());
        const std::uint16_t port = server.listen("127.0.0.1", 0);
        QVERIFY(port != 0);
        server.stop();
    }

    void aPortThatIsTakenIsAnError() {
        RunningServer first({}, openGate(), echo());
        HttpServer second({}, openGate(), echo());
        QVERIFY_EXCEPTION_THROWN(second.listen("127.0.0.1", first.port()), std::runtime_error);
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
