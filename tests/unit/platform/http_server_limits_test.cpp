// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/platform/raw_connection.h"
#include "tests/unit/platform/running_server.h"

#include <QtTest>

#include <atomic>
#include <memory>
#include <vector>

using namespace lianxin::platform;
using namespace lianxin::tests;
using namespace std::chrono_literals;

namespace {

const std::string post = "POST / HTTP/1.1\r\nHost: x\r\n";

bool isServed(std::uint16_t port) {
    RawConnection client(port);
    client.send(post + "Content-Length: 2\r\n\r\nok");
    return bodyOf(client.answer()) == "ok";
}

} // namespace

class HttpServerLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void silentConnectionsMakeRoomForThoseWhoSpeak() {
        ServerLimits limits;
        limits.strangers = 4;
        RunningServer server(limits, openGate(), echo());
        RawConnection known(server.port());
        known.send(post + "Content-Length: 2\r\n\r\nok");
        QCOMPARE(bodyOf(known.answer()), std::string("ok"));
        std::vector<std::unique_ptr<RawConnection>> silent;
        for (int i = 0; i < 6; ++i)
            silent.push_back(std::make_unique<RawConnection>(server.port()));
        QVERIFY(silent[0]->closed());
        QVERIFY(silent[1]->closed());
        QVERIFY(isServed(server.port()));
        // Who was let in once is no stranger, however long it is silent since.
        known.send(post + "Content-Length: 2\r\n\r\nok");
        QCOMPARE(bodyOf(known.answer()), std::string("ok"));
        silent[5]->send(post + "Content-Length: 2\r\n\r\nok");
        QCOMPARE(bodyOf(silent[5]->answer()), std::string("ok"));
    }

    void aDeclaredBodyThatIsTooLargeIsRefusedUnread() {
        ServerLimits limits;
        limits.bodyBytes = 1000;
        RunningServer server(limits, openGate(), echo());
        RawConnection client(server.port());
        client.send(post + "Content-Length: 1001\r\n\r\n");
        QCOMPARE(statusOf(client.untilClosed()), 413);
        RawConnection fitting(server.port());
        fitting.send(post + "Content-Length: 1000\r\n\r\n" + std::string(1000, 'x'));
        QCOMPARE(statusOf(fitting.answer()), 200);
    }

    void aChunkedBodyThatBecomesTooLargeIsRefused() {
        ServerLimits limits;
        limits.bodyBytes = 1000;
        RunningServer server(limits, openGate(), echo());
        RawConnection client(server.port());
        client.send(post + "Transfer-Encoding: chunked\r\n\r\n");
        const std::string chunk = "190\r\n" + std::string(400, 'x') + "\r\n";
        client.send(chunk + chunk);
        client.send(chunk);
        QCOMPARE(statusOf(client.untilClosed()), 413);
    }

    void aRefusedClientMayFinishSendingForAMoment() {
        ServerLimits limits;
        limits.bodyBytes = 1000;
        RunningServer server(limits, openGate(), echo());
        RawConnection client(server.port());
        client.send(post + "Content-Length: 500000\r\n\r\n");
        QCOMPARE(statusOf(client.answer()), 413);
        for (int i = 0; i < 50; ++i) {
            QVERIFY(client.send(std::string(10'000, 'x')));
        }
        client.close();
        QVERIFY(isServed(server.port()));
    }

    void theGateRefusesBeforeTheBodyIsRead() {
        std::atomic<int> handled{0};
        RunningServer server(
            {},
            [](const ServerRequest& request) -> std::optional<ServerAnswer> {
                if (request.authorization == "Bearer right") {
                    return std::nullopt;
                }
                return answerOf(401, request.body);
            },
            [&](ServerRequest, const HttpServer::Reply& reply) {
                ++handled;
                reply(answerOf(200, ""));
            });
        RawConnection stranger(server.port());
        stranger.send(
            "POST / HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\nContent-Length: 9\r\n\r\n");
        QCOMPARE(statusOf(stranger.untilClosed()), 401);
        QCOMPARE(handled.load(), 0);
        RawConnection friendly(server.port());
        friendly.send(
            "POST / HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer right\r\nContent-Length: 1\r\n\r\n1");
        QCOMPARE(statusOf(friendly.answer()), 200);
        QCOMPARE(handled.load(), 1);
    }

    void aGateThatThrowsRefuses() {
        RunningServer server(
            {},
            [](const ServerRequest&) -> std::optional<ServerAnswer> {
                throw std::runtime_error("a mistake");
            },
            echo());
        RawConnection client(server.port());
        client.send(post + "Content-Length: 9\r\n\r\n");
        QCOMPARE(statusOf(client.untilClosed()), 500);
    }

    void aHeaderThatIsTooLargeIsRefused() {
        ServerLimits limits;
        limits.headerBytes = 1024;
        RunningServer server(limits, openGate(), echo());
        RawConnection client(server.port());
        client.send(post + "X-Long: " + std::string(1100, 'x') + "\r\n\r\n");
        QCOMPARE(statusOf(client.untilClosed()), 431);
    }

    void aHeaderOfManyShortLinesIsRefusedTooWhenTheyComeOneByOne() {
        ServerLimits limits;
        limits.headerBytes = 1024;
        RunningServer server(limits, openGate(), echo());
        RawConnection client(server.port());
        client.send(post);
        for (int i = 0; i < 3; ++i) {
            std::string lines;
            for (int line = 0; line < 60; ++line) {
                lines += "A: b\r\n";
            }
            client.send(lines);
            // The server has one thread: when it has served another, it has also read these lines.
            QVERIFY(isServed(server.port()));
        }
        QCOMPARE(statusOf(client.untilClosed()), 431);
    }

    void endlessChunkExtensionsAndTrailersAreRefused() {
        ServerLimits limits;
        limits.headerBytes = 1024;
        RunningServer server(limits, openGate(), echo());
        for (const char* beginning : {"1;x=", "0\r\nA: "}) {
            RawConnection client(server.port());
            client.send(post + "Transfer-Encoding: chunked\r\n\r\n" + beginning);
            for (int i = 0; i < 100 && client.send(std::string(100, 'x')); ++i) {
            }
            QCOMPARE(statusOf(client.untilClosed()), 400);
        }
    }

    void whatIsNotARequestIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("hello\r\n\r\n");
        QTest::newRow("binary") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
        QTest::newRow("two lengths") << QByteArray(
            "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        QTest::newRow("length and chunks")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("bad chunk") << QByteArray(
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    }
    void whatIsNotARequestIsRefused() {
        QFETCH(QByteArray, bytes);
        RunningServer server({}, openGate(), echo());
        RawConnection client(server.port());
        client.send(bytes.toStdString());
        QCOMPARE(statusOf(client.untilClosed()), 400);
        QVERIFY(isServed(server.port()));
    }

    void someoneWhoConnectsAndSaysNothingIsClosed() {
        ServerLimits limits;
        limits.headerDeadline = 50ms;
        RunningServer server(limits, openGate(), echo());
        QVERIFY(RawConnection(server.port()).closed());
    }

    void aHeaderThatComesTooSlowlyIsRefusedAndOthersAreServed() {
        ServerLimits limits;
        limits.headerDeadline = 500ms;
        RunningServer server(limits, openGate(), echo());
        RawConnection slow(server.port());
        slow.send("POST / HT");
        QVERIFY(isServed(server.port()));
        QCOMPARE(statusOf(slow.untilClosed()), 408);
    }

    void aBodyThatComesTooSlowlyIsRefused() {
        ServerLimits limits;
        limits.bodyDeadline = 50ms;
        RunningServer server(limits, openGate(), echo());
        RawConnection slow(server.port());
        slow.send(post + "Content-Length: 10\r\n\r\nhalf");
        QCOMPARE(statusOf(slow.untilClosed()), 408);
    }

    void aRequestThatBreaksOffIsForgotten() {
        RunningServer server({}, openGate(), echo());
        RawConnection half(server.port());
        half.send(post + "Content-Length: 10\r\n\r\nhalf");
        half.endSending();
        QVERIFY(half.closed());
        QVERIFY(isServed(server.port()));
    }

    void anIdleConnectionIsClosed() {
        ServerLimits limits;
        limits.idleDeadline = 50ms;
        RunningServer server(limits, openGate(), echo());
        RawConnection client(server.port());
        client.send(post + "Content-Length: 2\r\n\r\nok");
        QCOMPARE(bodyOf(client.answer()), std::string("ok"));
        QVERIFY(client.closed());
    }

    void aClientThatDoesNotReadItsAnswerIsClosed() {
        ServerLimits limits;
        limits.writeDeadline = 50ms;
        limits.bodyBytes = 100;
        RunningServer server(limits, openGate(), [](const ServerRequest&, const HttpServer::Reply& reply) {
            reply(answerOf(200, std::string(64'000'000, 'x')));
        });
        RawConnection client(server.port());
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        while (client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")) {
            // until the server gives the connection up
        }
        QVERIFY(client.untilClosed().size() < 64'000'000);
    }

    void oneConnectionTooManyIsToldToComeBackLater() {
        ServerLimits limits;
        limits.connections = 2;
        limits.retryAfter = 9s;
        RunningServer server(limits, openGate(), echo());
        RawConnection first(server.port());
        auto second = std::make_unique<RawConnection>(server.port());
        for (RawConnection* client : {&first, second.get()}) {
            client->send(post + "Content-Length: 2\r\n\r\nok");
            QCOMPARE(bodyOf(client->answer()), std::string("ok"));
        }
        RawConnection third(server.port());
        third.send(post + "Content-Length: 2\r\n\r\nok");
        const std::string refusal = third.untilClosed();
        QCOMPARE(statusOf(refusal), 503);
        QVERIFY(refusal.find("Retry-After: 9\r\n") != std::string::npos);
        second.reset();
        bool served = false;
        for (int attempt = 0; attempt < 1000 && !served; ++attempt) {
            served = isServed(server.port());
        }
        QVERIFY(served);
    }

    void aClientThatEndsNoneOfItsBodiesKeepsNobodyElseOut() {
        ServerLimits limits;
        limits.bodyBytes = 1000;
        limits.bufferedBytes = 3000;
        limits.bufferedBytesOfOne = 2000;
        RunningServer server(limits, openGate(), echo());
        const std::string stalled = post + "Authorization: Bearer one\r\nExpect: 100-continue\r\n"
                                           "Content-Length: 1000\r\n\r\n";
        std::vector<std::unique_ptr<RawConnection>> bodies;
        for (const int status : {100, 100, 503}) {
            bodies.push_back(std::make_unique<RawConnection>(server.port()));
            bodies.back()->send(stalled);
            QCOMPARE(statusOf(bodies.back()->answer()), status);
        }
        QVERIFY(isServed(server.port()));
        bodies[0]->send(std::string(1000, 'x'));
        QCOMPARE(statusOf(bodies[0]->answer()), 200);
        bodies[0]->send(stalled);
        QCOMPARE(statusOf(bodies[0]->answer()), 100);
    }

    void bodiesBeyondTheRoomForAllAreToldToComeBackLater() {
        ServerLimits limits;
        limits.bodyBytes = 1000;
        limits.bufferedBytes = 1500;
        RunningServer server(limits, openGate(), echo());
        RawConnection first(server.port());
        first.send(post + "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n");
        QCOMPARE(statusOf(first.answer()), 100);
        RawConnection second(server.port());
        second.send(post + "Content-Length: 600\r\n\r\n");
        QCOMPARE(statusOf(second.untilClosed()), 503);
        RawConnection chunked(server.port());
        chunked.send(post + "Transfer-Encoding: chunked\r\n\r\n");
        QCOMPARE(statusOf(chunked.untilClosed()), 503);
        first.send(std::string(1000, 'x'));
        QCOMPARE(statusOf(first.answer()), 200);
        RawConnection third(server.port());
        third.send(post + "Content-Length: 600\r\n\r\n" + std::string(600, 'x'));
        QCOMPARE(statusOf(third.answer()), 200);
    }
};

QTEST_GUILESS_MAIN(HttpServerLimitsTest)
#include "http_server_limits_test.moc"
