// SPDX-License-Identifier: GPL-3.0-or-later
// A client by hand: what sync/PROTOCOL.md tells its readers to type is typed here, with the curl and zstd
// that everyone has, against a real hub; and what it says is refused is refused.
#include "app/ctl/story_cast.h"

#include <QtTest>

#include <fstream>

using namespace lianxin;
using nlohmann::json;

namespace {

/// The commands in the document's section "By hand".
std::string commandsOfTheDocument() {
    std::ifstream file(LIANXIN_SOURCE_DIR "/sync/PROTOCOL.md");
    std::string commands;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("```"))
            inside = line == "```sh";
        else if (inside)
            commands += line + '\n';
    }
    return commands;
}

} // namespace

class CurlClientTest : public QObject {
    Q_OBJECT

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};
    std::string desk_;
    std::string kiosk_;

    ctl::Ran shell(const std::string& commands) {
        platform::Child child = platform::Child::start(
            {"bash", "-c", commands}, {"HUB=" + cast_.hubUrl(), "DESK=" + desk_, "KIOSK=" + kiosk_});
        return ctl::finish(child);
    }

private slots:
    void initTestCase() {
        cast_.makeHub();
        desk_ = cast_.enrolAtHub("desk", "desk", {});
        kiosk_ = cast_.enrolAtHub("kiosk", "kiosk", {});
        cast_.startHub();
    }

    void theDocumentsCommandsCarryARecordToAnotherDevice() {
        const ctl::Ran ran = shell(commandsOfTheDocument());
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines.size(), std::size_t{3});
        const json pushed = json::parse(ran.lines[0]);
        QVERIFY(pushed.at("mark").at(0) == json(1));
        QVERIFY(!pushed.contains("refused"));
        // The frame brought nothing new, so the answer holds the hub's state; nothing took another sequence.
        const json again = json::parse(ran.lines[1]);
        QCOMPARE(again.at("mark"), pushed.at("mark"));
        QCOMPARE(again.at("types").at(0).at("fields").at("name.tl"), json({"内科"}));
        const json pulled = json::parse(ran.lines[2]).at("types").at(0);
        QCOMPARE(pulled.at("type"), json("department"));
        QCOMPARE(pulled.at("id"), again.at("types").at(0).at("id"));
        QCOMPARE(pulled.at("fields"), json({{"name.tl", {"内科"}}, {"kind.tl", {"clinical"}}}));
    }

    void whatTheDocumentSaysIsRefusedIsRefused_data() {
        QTest::addColumn<QString>("body"); // the command that writes it
        QTest::addColumn<QString>("authorization");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("answer"); // status, next action and code
        const auto row = [](const char* name, const char* body, const char* authorization, const char* path,
                            const char* answer) {
            QTest::newRow(name) << body << authorization << path << answer;
        };
        constexpr const char* unknown = "401 needs-enrolment unknown-secret";
        row("no secret", "echo {}", "", "pull", unknown);
        row("guessed secret", "echo {}", "Bearer guessed", "pull", unknown);
        row("another scheme", "echo {}", "Digest $KIOSK", "pull", unknown);
        const auto known = [&row](const char* name, const char* body, const char* path, const char* answer) {
            row(name, body, "Bearer $KIOSK", path, answer);
        };
        constexpr const char* malformed = "400 refused malformed";
        known("empty", "true", "pull", malformed);
        known("broken JSON", "echo {", "pull", malformed);
        known("no object", "echo []", "pull", malformed);
        known("missing key", "echo {}", "pull", malformed);
        known("strange key", R"(echo '{"seen":[0,"AAAAAAAAAAA"],"more":1}')", "pull", malformed);
        known("key twice", R"(echo '{"seen":[0,"AAAAAAAAAAA"],"seen":[0,"AAAAAAAAAAA"]}')", "pull",
              malformed);
        known("no UTF-8", R"(printf '{"seen":[0,"AAAAAAAAAAA"],"cursors":{"\xff":1}}')", "pull", malformed);
        known("no frame", "echo garbage", "push", malformed);
        known("no short form", "echo Lgarbage", "push", malformed);
        known("half a frame", "echo {} | zstd -q | head -c 8", "push", malformed);
        // moc counts the braces in raw strings, so what opens in one must close in it.
        known("writer 0",
              "echo '{\"protocol\":1,\"schema\":1,\"writer\":\"AAAAAAAAAAA\",\"seen\":[0,\"AAAAAAAAAAA\"],"
              "\"received\":0,\"last\":0,\"time\":0,\"boot\":\"b\"}'",
              "hello", malformed);
        known("wrong type", R"(echo '{"seen":0}')", "pull", "400 refused wrong-type");
        known("deep", "printf '{\"seen\":'; printf '[%.0s' {1..40}; printf ']%.0s' {1..40}; echo '}'", "pull",
              "400 refused too-large");
        known("a bomb", "head -c 9000000 /dev/zero | tr '\\0' ' ' | zstd -q", "push",
              "400 refused too-large");
        known("oversized", "head -c 2200000 /dev/zero | tr '\\0' ' '", "push", "413");
        known("older protocol", R"(echo '{"protocol":0}')", "hello", "426 needs-upgrade protocol-version");
        known("newer protocol", R"(echo '{"protocol":2}')", "hello", "503 retry-later protocol-version");
        known("unknown mark", R"(echo '{"seen":[7,"AAAAAAAAAAk"]}')", "pull", "409 new-round unknown-mark");
        known("no round", R"(echo '{"round":"AAAAAAAAAAk","through":1,"writers":["AAAAAAAAAKE"]}')", "push",
              "409 new-round older-round");
        known("another path", "echo {}", "frob", "404");
        known("more behind the path", "echo {}", "pull?all=1", "404");
    }

    void whatTheDocumentSaysIsRefusedIsRefused() {
        QFETCH(QString, body);
        QFETCH(QString, authorization);
        QFETCH(QString, path);
        QFETCH(QString, answer);
        const QString header = authorization.isEmpty() ? "Authorization:" : "Authorization: " + authorization;
        const QString command = "{ " + body + "; } | curl -s -w '\\n%{http_code}' -H \"" + header +
                                "\" --data-binary @- \"$HUB/v1/" + path + '"';
        const ctl::Ran ran = shell(command.toStdString());
        QCOMPARE(ran.lines.size(), std::size_t{2});
        std::string got = ran.lines[1];
        if (const json failure = json::parse(ran.lines[0], nullptr, false); failure.contains("next")) {
            QVERIFY(failure.contains("time"));
            got += ' ' + failure.at("next").get<std::string>() + ' ' + failure.at("code").get<std::string>();
        }
        QCOMPARE(QString::fromStdString(got), answer);
    }

    void anotherMethodIsRefused() {
        const ctl::Ran ran =
            shell(R"(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $KIOSK" $HUB/v1/pull)");
        QCOMPARE(ran.lines, std::vector<std::string>{"405"});
    }
};

/// What escapes from a test ends the program without unwinding unless somebody catches it, and the hub that
/// the test started would live on.
int main(int count, char** words) {
    try {
        const QCoreApplication application(count, words);
        CurlClientTest test;
        return QTest::qExec(&test, count, words);
    } catch (const std::exception&) { // was told by QTest
        return 1;
    }
}

#include "curl_client_test.moc"
