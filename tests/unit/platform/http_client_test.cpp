// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/client.h"
#include "tests/unit/platform/raw_server.h"
#include "tests/unit/platform/running_server.h"

#include <QtTest>

#include <cstdlib>

using namespace lianxin::platform;
using namespace lianxin::tests;
using namespace std::chrono_literals;

namespace {

ClientRequest requestFor(std::string path, std::string body) {
    return {std::move(path), std::move(body), "", 10s};
}

ClientAnswer ask(HttpClient& client, ClientRequest request) {
    ClientAnswer answer;
    client.post(std::move(request), [&](ClientAnswer given) { answer = std::move(given); });
    while (client.inFlight() != 0) {
        client.runOnce(10s);
    }
    return answer;
}

constexpr std::size_t enough = 100'000;

} // namespace

class HttpClientTest : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsNeededGoesOverTheWire() {
        RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"});
        HttpClient client(server.url(), "", enough);
        const ClientAnswer answer = ask(client, requestFor("/push?a=b", "body"));
        const std::string expected =
            "POST /push?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
            "\r\nContent-Length: 4\r\n\r\nbody";
        QCOMPARE(server.received(), expected);
        QVERIFY(answer.reachedServer);
        QCOMPARE(answer.status, 200U);
        QCOMPARE(answer.body, std::string("ok"));
        QCOMPARE(answer.bytesSent, expected.size());
        QCOMPARE(answer.bytesReceived, std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").size());
    }

    void theSecretAndTheTypeGoAlongWhenThereAreAny() {
        RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"});
        HttpClient client(server.url(), "Bearer secret", enough);
        ask(client, {"/", "", "application/zstd", 10s});
        QVERIFY(server.received().find("\r\nAuthorization: Bearer secret\r\n") != std::string::npos);
        QVERIFY(server.received().find("\r\nContent-Type: application/zstd\r\n") != std::string::npos);
        QVERIFY(server.received().find("\r\nContent-Length: 0\r\n") != std::string::npos);
    }

    void bytesOfLargeBodiesAreCountedOnce() {
        RunningServer server({}, openGate(), echo());
        HttpClient client(server.url(), "", 10'000'000);
        const ClientAnswer answer = ask(client, requestFor("/", std::string(3'000'000, 'x')));
        QVERIFY(answer.reachedServer);
        QCOMPARE(answer.body.size(), std::size_t{3'000'000});
        QVERIFY(answer.bytesSent > 3'000'000 && answer.bytesSent < 3'000'200);
        QVERIFY(answer.bytesReceived > 3'000'000 && answer.bytesReceived < 3'000'200);
    }

    void oneConnectionIsUsedAgain() {
        RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1",
                          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n2"});
        HttpClient client(server.url(), "", enough);
        QCOMPARE(ask(client, requestFor("/", "a")).body, std::string("1"));
        QCOMPARE(ask(client, requestFor("/", "b")).body, std::string("2")); // the server accepts only once
    }

    void aRequestLeavesWhileItsCallerIsBusy() {
        RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                          "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"});
        HttpClient client(server.url(), "", enough);
        ask(client, requestFor("/first", ""));
        client.post(requestFor("/second", ""), [](ClientAnswer) {});
        QTRY_VERIFY(server.received().find("POST /second") != std::string::npos); // nobody drives the client
    }

    void requestsInFlightDoNotWaitForOneAnother() {
        std::mutex mutex;
        std::vector<HttpServer::Reply> waiting;
        RunningServer server({}, openGate(), [&](ServerRequest request, const HttpServer::Reply& reply) {
            if (request.path == "/wait") {
                const std::scoped_lock lock(mutex);
                waiting.push_back(reply);
            } else {
                reply(answerOf(200, request.path));
                const std::scoped_lock lock(mutex);
                for (const HttpServer::Reply& owed : waiting) {
                    owed(answerOf(200, "late"));
                }
                waiting.clear();
            }
        });
        HttpClient client(server.url(), "", enough);
        std::vector<std::string> order;
        client.post(requestFor("/wait", ""),
                    [&](const ClientAnswer& answer) { order.push_back(answer.body); });
        client.post(requestFor("/now", ""), [&](const ClientAnswer& answer) {
            order.push_back(answer.body);
            client.post(requestFor("/then", ""),
                        [&](const ClientAnswer& next) { order.push_back(next.body); });
        });
        QCOMPARE(client.inFlight(), std::size_t{2});
        while (client.inFlight() != 0) {
            client.runOnce(10s);
        }
        QCOMPARE(order.size(), std::size_t{3});
        QVERIFY(std::find(order.begin(), order.end(), "late") != order.end());
    }

    void aServerThatIsNotThereIsAFailureWithoutAStatus() {
        std::uint16_t port = 0;
        {
            const RawServer gone({});
            port = gone.port();
        }
        HttpClient client("http://127.0.0.1:" + std::to_string(port), "", enough);
        const ClientAnswer answer = ask(client, requestFor("/", ""));
        QVERIFY(!answer.reachedServer);
        QCOMPARE(answer.status, 0U);
        QVERIFY(!answer.failure.empty());
    }

    void anAnswerThatBreaksOffIsNoAnswer() {
        RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"});
        HttpClient client(server.url(), "", enough);
        const ClientAnswer answer = ask(client, requestFor("/", ""));
        QVERIFY(!answer.reachedServer);
        QCOMPARE(answer.status, 200U);
        QVERIFY(answer.body.empty());
    }

    void anAnswerThatIsTooLargeIsRefusedWhetherDeclaredOrNot() {
        for (const char* length : {"Content-Length: 1001\r\n", ""}) {
            RawServer server({"HTTP/1.1 200 OK\r\n" + std::string(length) + "\r\n" + std::string(1001, 'x')});
            HttpClient client(server.url(), "", 1000);
            const ClientAnswer answer = ask(client, requestFor("/", ""));
            QVERIFY(!answer.reachedServer);
            QVERIFY(answer.body.empty());
            QVERIFY(!answer.failure.empty());
        }
        RawServer server({"HTTP/1.1 200 OK\r\n\r\n" + std::string(1000, 'x')});
        HttpClient client(server.url(), "", 1000);
        QCOMPARE(ask(client, requestFor("/", "")).body.size(), std::size_t{1000});
    }

    void anEndlessHeaderIsRefused() {
        std::string answer = "HTTP/1.1 200 OK\r\n";
        for (int i = 0; i < 10'000; ++i) {
            answer += "A: b\r\n";
        }
        RawServer server({answer + "\r\n"});
        HttpClient client(server.url(), "", enough);
        QVERIFY(!ask(client, requestFor("/", "")).reachedServer);
    }

    void silenceEndsAtTheDeadline() {
        RawServer server({""});
        HttpClient client(server.url(), "", enough);
        const ClientAnswer answer = ask(client, {"/", "", "", 50ms});
        QVERIFY(!answer.reachedServer);
        QCOMPARE(client.inFlight(), std::size_t{0});
    }

    void aRedirectIsReportedAndNotFollowed() {
        RawServer server(
            {"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"});
        HttpClient client(server.url(), "", enough);
        QCOMPARE(ask(client, requestFor("/", "")).status, 302U);
    }

    void theServersWishToBeLeftAloneIsTold() {
        RawServer server({"HTTP/1.1 503 Busy\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n"});
        HttpClient client(server.url(), "", enough);
        const ClientAnswer answer = ask(client, requestFor("/", ""));
        QVERIFY(answer.reachedServer);
        QCOMPARE(answer.status, 503U);
        QVERIFY(answer.retryAfter == 17s);
    }

    void theProxyOfTheEnvironmentIsNotUsed() {
        ::setenv("http_proxy", "http://127.0.0.1:1", 1);
        RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"});
        HttpClient client(server.url(), "", enough);
        const bool reached = ask(client, requestFor("/", "")).reachedServer;
        ::unsetenv("http_proxy");
        QVERIFY(reached);
    }

    void otherProtocolsAreRefused() {
        HttpClient client("file:///etc", "", enough);
        const ClientAnswer answer = ask(client, requestFor("/hostname", ""));
        QVERIFY(!answer.reachedServer);
        QVERIFY(answer.body.empty());
        QVERIFY(QString::fromStdString(answer.failure).contains("protocol", Qt::CaseInsensitive));
    }

    void aHeaderCannotBeSmuggledIn() {
        QVERIFY_EXCEPTION_THROWN(HttpClient("http://127.0.0.1:1", "a\r\nB: c", enough),
                                 std::invalid_argument);
        HttpClient client("http://127.0.0.1:1", "", enough);
        QVERIFY_EXCEPTION_THROWN(client.post(requestFor("/\r\nB: c", ""), [](ClientAnswer) {}),
                                 std::invalid_argument);
    }

    void anotherThreadCanEndTheWait() {
        HttpClient client("http://127.0.0.1:1", "", enough);
        std::thread other([&] { client.wake(); });
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!client.runOnce(10min));
        other.join();
        QVERIFY(timer.elapsed() < 60'000);
    }

    void whatIsCancelledNeverCallsBack() {
        RawServer server({""});
        HttpClient client(server.url(), "", enough);
        bool called = false;
        client.post(requestFor("/", ""), [&](const ClientAnswer&) { called = true; });
        client.runOnce(0ms);
        client.cancelAll();
        QCOMPARE(client.inFlight(), std::size_t{0});
        QVERIFY(!client.runOnce(0ms));
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
