// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody between a device and its hub answers for the hub, with a certificate of nobody's (fault 24).
#include "platform/files/temporary_folder.h"
#include "platform/http/client.h"
#include "platform/process/child.h"

#include <QtTest>

using namespace lianxin;
using namespace std::chrono_literals;

class WrongCertificateTest : public QObject {
    Q_OBJECT

    platform::TemporaryFolder folder_;
    std::optional<platform::Child> server_;
    std::string port_;

    std::string path(const char* name) const { return (folder_.path() / name).string(); }

private slots:
    void init() {
        auto certificate =
            platform::Child::start({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                                    path("key"), "-out", path("certificate"), "-days", "2", "-subj",
                                    "/CN=hub", "-addext", "subjectAltName=IP:127.0.0.1"});
        QCOMPARE(certificate.wait(60s), std::optional(0));
        server_.emplace(platform::Child::start({"openssl", "s_server", "-www", "-accept", "127.0.0.1:0",
                                                "-key", path("key"), "-cert", path("certificate")}));
        constexpr std::string_view ready = "ACCEPT 127.0.0.1:";
        port_.clear();
        while (const auto line = server_->readLine(30s))
            if (line->starts_with(ready)) {
                port_ = line->substr(ready.size());
                break;
            }
        QVERIFY(!port_.empty());
    }

    void aDeviceSaysNothingToWhoeverCannotProveToBeTheHub() {
        platform::HttpClient client("https://127.0.0.1:" + port_, "Bearer secret of the device", 1000);
        platform::ClientAnswer answer;
        answer.bytesSent = 1;
        client.post({"/v1/push", "what a patient said", "application/json", 30s},
                    [&answer](platform::ClientAnswer given) { answer = std::move(given); });
        while (client.inFlight() != 0)
            client.runOnce(30s);
        QVERIFY(!answer.reachedServer); // so the round waits for the network, and everything stays as it is
        QCOMPARE(answer.bytesSent, std::uint64_t{0});
        QVERIFY2(answer.failure.find("certificate") != std::string::npos, answer.failure.c_str());
    }
};

QTEST_GUILESS_MAIN(WrongCertificateTest)
#include "wrong_certificate_test.moc"
