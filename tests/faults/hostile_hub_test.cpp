// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to a hub that stands in a network: those who send slowly, too much, by halves or without a
// secret. Everyone else is served meanwhile, and the hub's memory stays as it was.
#include "tests/faults/attacked_hub.h"

#include "platform/process/open_files.h"

#include <QtTest>

using namespace lianxin;
using tests::RawConnection;

namespace {

/// Above what a quiet hub has: bodies on their way and a page or two.
constexpr double boundMegabytes = 60;

using Connections = std::vector<std::unique_ptr<RawConnection>>;

} // namespace

class HostileHubTest : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::AttackedHub> hub_;

    Connections connect(int count, const std::string& saying) {
        Connections connections;
        for (int i = 0; i < count; ++i) {
            connections.push_back(std::make_unique<RawConnection>(hub_->port()));
            connections.back()->send(saying);
        }
        return connections;
    }

private slots:
    void initTestCase() {
        static_cast<void>(platform::allowManyOpenFiles());
        hub_ = std::make_unique<tests::AttackedHub>();
    }

    void cleanup() {
        QVERIFY(hub_->servesTheOtherPromptly());
        QVERIFY2(hub_->grownMegabytes() < boundMegabytes, std::to_string(hub_->grownMegabytes()).c_str());
    }

    void cleanupTestCase() { QCOMPARE(hub_->verify(), std::vector<std::string>{}); }

    void headersThatComeByteByByteKeepNobodyOut() {
        Connections slow = connect(300, "");
        for (const char byte : tests::headOf("/v1/pull", "X: y"))
            for (auto& connection : slow)
                connection->send({&byte, 1});
        QVERIFY(hub_->servesTheOtherPromptly());
    }

    void bodiesThatStallKeepNobodyOut() {
        const Connections stalled =
            connect(200, tests::headOf("/v1/push", hub_->attacker() + "Content-Length: 2000000\r\n\r\n{"));
        QVERIFY(hub_->servesTheOtherPromptly());
    }

    void requestsThatBreakOffLeaveNothing() {
        const std::size_t before = hub_->openFiles();
        const std::string head =
            tests::headOf("/v1/push", hub_->attacker() + "Content-Length: 100\r\n\r\n{\"a");
        for (const std::size_t length : {std::size_t{1}, std::size_t{20}, head.size() / 2, head.size()})
            for (auto& connection : connect(50, head.substr(0, length))) {
                connection->endSending();
                QVERIFY(connection->closed());
            }
        QVERIFY(hub_->openFiles() <= before);
    }

    void aDeclaredGigabyteIsRefusedUnread() {
        for (const std::string& who : {hub_->attacker(), std::string()}) {
            RawConnection connection(hub_->port());
            connection.send(tests::headOf("/v1/push", who + "Content-Length: 1073741824\r\n\r\n"));
            QCOMPARE(tests::statusOf(connection.answer()), 413);
        }
    }

    void aGigabyteThatIsSentAllTheSameEndsEarly_data() {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("declared") << false;
        QTest::newRow("chunked") << true;
    }

    void aGigabyteThatIsSentAllTheSameEndsEarly() {
        QFETCH(bool, chunked);
        constexpr int pieces = 1024;
        const std::string megabyte(std::size_t{1} << 20, ' ');
        RawConnection connection(hub_->port());
        connection.send(
            tests::headOf("/v1/push", hub_->attacker() + (chunked ? "Transfer-Encoding: chunked\r\n\r\n"
                                                                  : "Content-Length: 1073741824\r\n\r\n")));
        // What is sent after the refusal is read for a moment and thrown away, and then the door is closed.
        const std::string piece = chunked ? "100000\r\n" + megabyte + "\r\n" : megabyte;
        int sent = 0;
        while (sent < pieces && connection.send(piece))
            ++sent;
        QVERIFY(sent < 100);
    }

    void hundredsOfIdleConnectionsKeepNobodyOut() {
        const std::string pull = tests::headOf("/v1/pull", hub_->attacker() + "Content-Length: 26\r\n\r\n") +
                                 R"({"seen":[0,"AAAAAAAAAAA"]})";
        Connections idle = connect(400, pull);
        for (auto& connection : idle)
            QCOMPARE(tests::statusOf(connection->answer()), 200);
        const Connections silent = connect(400, "");
        QVERIFY(hub_->servesTheOtherPromptly());
        idle.front()->send(pull); // who was let in once keeps the place
        QCOMPARE(tests::statusOf(idle.front()->answer()), 200);
    }

    void manyWhoComeBackAtOnceAreAllServed() {
        // All connections stand before any of the devices says a word.
        Connections crowd = connect(1000, "");
        for (auto& connection : crowd)
            connection->send(tests::headOf("/v1/pull", hub_->attacker() + "Content-Length: 26\r\n\r\n") +
                             R"({"seen":[0,"AAAAAAAAAAA"]})");
        for (auto& connection : crowd)
            QCOMPARE(tests::statusOf(connection->answer()), 200);
    }

    void longPollsThatAreDroppedLeaveNothing() {
        const auto first =
            nlohmann::json::parse(tests::bodyOf(hub_->ask("/v1/pull", R"({"seen":[0,"AAAAAAAAAAA"]})")));
        const std::string wait =
            nlohmann::json{{"seen", first.at("mark")}, {"cursors", first.at("cursors")}, {"wait", 60}}.dump();
        const std::string request =
            tests::headOf("/v1/pull",
                          hub_->attacker() + "Content-Length: " + std::to_string(wait.size()) + "\r\n\r\n") +
            wait;
        const std::size_t before = hub_->openFiles();
        connect(300, request).clear();
        for (int i = 0; i < 100 && hub_->openFiles() > before; ++i)
            QVERIFY(hub_->servesTheOtherPromptly());
        QVERIFY(hub_->openFiles() <= before);
    }

    void nobodyWithoutASecretGetsAnything() {
        for (const char* method : {"POST", "GET", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FROB"})
            for (const char* path : {"/v1/hello", "/v1/push", "/v1/pull", "/v1/lookup", "/v1/devices",
                                     "/admin/devices", "/admin/backup", "/", "/v1/pull/../hello", "/v1/PULL",
                                     "//v1/pull", "/v1/pull?x", "/v1/pull%00", "http://hub/v1/pull", "*"})
                for (const char* who : {"", "Authorization: Bearer \r\n", "Authorization: Bearer guessed\r\n",
                                        "Authorization: Basic Og==\r\n"}) {
                    RawConnection connection(hub_->port());
                    connection.send(std::string(method) + ' ' + path + " HTTP/1.1\r\nHost: hub\r\n" + who +
                                    "Content-Length: 2\r\n\r\n{}");
                    const std::string answer = connection.answer();
                    const int status = tests::statusOf(answer);
                    QVERIFY2(status == 400 || status == 401 || status == 404 || status == 405,
                             (std::string(method) + path + who + answer).c_str());
                    const auto said = nlohmann::json::parse(tests::bodyOf(answer), nullptr, false);
                    QVERIFY(tests::bodyOf(answer).empty() || said.value("code", "") == "unknown-secret" ||
                            said.value("id", "") == "unknown-secret");
                }
    }

    void aDevicesSecretOpensNoOtherDoor() {
        for (const char* path : {"/admin/devices", "/admin/enrol", "/admin/backup"})
            QCOMPARE(tests::statusOf(hub_->ask(path, "{}")), 401);
        for (const char* path : {"/", "/v1/frob", "/v1/pull/", "/v2/pull"})
            QCOMPARE(tests::statusOf(hub_->ask(path, "{}")), 404);
    }
};

QTEST_GUILESS_MAIN(HostileHubTest)
#include "hostile_hub_test.moc"
