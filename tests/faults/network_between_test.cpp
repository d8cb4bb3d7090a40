// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a device and its hub in a hospital: a portal that answers everything with its own page,
// and a line on which requests disappear. A real client, a real server; only a receipt of the hub counts.
#include "platform/crypto/secret.h"
#include "sync/hub/service.h"
#include "sync/round/http_link.h"
#include "tests/unit/hub/hospital_hub.h"
#include "tests/unit/platform/running_server.h"

#include <QtTest>

using namespace lianxin;
using namespace std::chrono_literals;

namespace {

/// Who answers the requests to one path.
enum class Answerer { Hub, Portal, Nobody };

class Between {
public:
    Between() : replica_(platform::Database::openMemory(), hospital_.schema(), clock_, random_) {
        const auto digest = platform::hashSecret("secret");
        hospital_.hub().begin();
        hospital_.hub().enrol("desk", "desk", {"*"},
                              {reinterpret_cast<const char*>(digest.data()), digest.size()});
        hospital_.hub().commit();
        service_.emplace(hospital_.hub(), clock_, sync::ServiceOptions{});
        server_.emplace(platform::ServerLimits{}, tests::openGate(),
                        [this](platform::ServerRequest request, const platform::HttpServer::Reply& reply) {
                            answer(std::move(request), reply);
                        });
    }
    Between(const Between&) = delete;
    Between& operator=(const Between&) = delete;
    ~Between() {
        kept_.clear();
        server_->stop();
        service_->stop();
    }

    /// From now on these answer: for hello, push and pull.
    void set(const std::map<std::string, Answerer>& who, std::string page) {
        const std::scoped_lock lock(mutex_);
        who_ = who;
        page_ = std::move(page);
    }

    void saveDepartment() {
        sync::Record draft = sync::emptyRecord(*hospital_.schema().find("department"), {});
        draft.shown.at(draft.type->indexOf("name").value()) = std::string("内科");
        draft.shown.at(draft.type->indexOf("kind").value()) = std::string("clinical");
        if (!replica_.create(draft))
            throw std::runtime_error("not saved");
    }

    std::optional<sync::Failure> round(sync::Milliseconds atMost) {
        sync::HttpLink link(server_->url(), "secret", hospital_.schema());
        sync::Round round(replica_, {});
        sync::runRound(round, link, clock_, atMost, [](const sync::RoundProgress&) {});
        return round.failure();
    }

    sync::Ledger ledger() { return replica_.ledger(); }

private:
    void answer(platform::ServerRequest request, const platform::HttpServer::Reply& reply) {
        const std::scoped_lock lock(mutex_);
        switch (who_[request.path]) {
        case Answerer::Hub:
            return service_->handle(std::move(request), reply);
        case Answerer::Portal:
            return reply({200, page_, "text/html", std::nullopt});
        case Answerer::Nobody:
            kept_.push_back(reply);
        }
    }

    hub::HospitalHub hospital_;
    platform::SystemClock clock_;
    platform::SystemRandom random_;
    sync::Replica replica_;
    std::optional<sync::HubService> service_;
    std::mutex mutex_;
    std::map<std::string, Answerer> who_;
    std::string page_;
    std::vector<platform::HttpServer::Reply> kept_;
    std::optional<tests::RunningServer> server_;
};

const std::vector<std::string> paths{"/v1/hello", "/v1/push", "/v1/pull"};

} // namespace

class NetworkBetweenTest : public QObject {
    Q_OBJECT

    static constexpr sync::Milliseconds patience = 30s;

private slots:
    void aPortalsAnswerIsNoReceipt_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("page");
        const std::map<const char*, const char*> pages{
            {"page", "<html><body>欢迎使用医院无线网络</body></html>"},
            {"nothing", ""},
            {"object", "{}"},
            {"another protocol's receipt", R"({"mark":[1,"AAAAAAAAAAk"],"ok":true})"},
            {"frame", "\x28\xb5\x2f\xfd\x20\x02\x11"},
        };
        for (const std::string& path : paths)
            for (const auto& [name, page] : pages)
                QTest::addRow("%s %s", path.c_str(), name)
                    << QString::fromStdString(path) << QByteArray(page);
    }

    void aPortalsAnswerIsNoReceipt() {
        QFETCH(QString, path);
        QFETCH(QByteArray, page);
        Between between;
        between.saveDepartment();
        between.set({{path.toStdString(), Answerer::Portal}}, page.toStdString());
        const auto failure = between.round(patience);
        QVERIFY(failure);
        QVERIFY(failure->action == sync::NextAction::RetryLater);
        const bool pushed = path == "/v1/pull";
        QCOMPARE(between.ledger().receivedThrough, sync::LocalSequence{pushed ? 1 : 0});
        between.set({}, {});
        QVERIFY(!between.round(patience));
        QCOMPARE(between.ledger().waiting, 0);
        QCOMPARE(between.ledger().receivedThrough, sync::LocalSequence{1});
    }

    void whatDisappearsOnTheWayIsSentAgain() {
        for (const std::string& path : paths) {
            Between between;
            between.saveDepartment();
            between.set({{path, Answerer::Nobody}}, {});
            static_cast<void>(between.round(200ms));
            QCOMPARE(between.ledger().receivedThrough, sync::LocalSequence{path == "/v1/pull" ? 1 : 0});
            between.set({}, {});
            QVERIFY(!between.round(patience));
            QCOMPARE(between.ledger().waiting, 0);
        }
    }
};

QTEST_GUILESS_MAIN(NetworkBetweenTest)
#include "network_between_test.moc"
