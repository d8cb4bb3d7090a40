// SPDX-License-Identifier: GPL-3.0-or-later
// How requests share groups, how devices wait, and what those who wait are told when the hub stops.
#include "tests/unit/hub/hospital_hub.h"

#include "platform/crypto/secret.h"
#include "sync/hub/service.h"
#include "sync/wire/decode.h"
#include "sync/wire/encode.h"

#include <QtTest>

#include <future>

using namespace lianxin;
using namespace lianxin::sync;

namespace {

constexpr auto patience = std::chrono::seconds(30);

/// A service whose devices are secrets "one" and "two", and the answers it gave.
class Served {
public:
    explicit Served(const ServiceOptions& options) {
        one_ = enrol("one");
        two_ = enrol("two");
        service_.emplace(hospital_.hub(), clock_, options);
    }
    ~Served() { service_->stop(); }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    hub::HospitalHub& hospital() { return hospital_; }
    HubService& service() { return *service_; }

    std::future<platform::ServerAnswer> ask(const std::string& secret, const char* path, std::string body) {
        const auto answer = std::make_shared<std::promise<platform::ServerAnswer>>();
        platform::ServerRequest request;
        request.method = "POST";
        request.path = path;
        request.authorization = "Bearer " + secret;
        request.body = std::move(body);
        request.left = asker_.get_token();
        service_->handle(std::move(request),
                         [answer](platform::ServerAnswer given) { answer->set_value(std::move(given)); });
        return answer->get_future();
    }
    /// All who have asked so far go away without their answers.
    void leave() {
        asker_.request_stop();
        asker_ = std::stop_source();
    }
    /// Waits at the hub; returns when it does.
    std::future<platform::ServerAnswer> poll(const std::string& secret, const Cursors& cursors) {
        auto answer = ask(secret, "/v1/pull", encode(Pull{{}, cursors, std::chrono::seconds(60)}));
        settle();
        return answer;
    }
    /// Returns when everything asked before was handled.
    void settle() {
        std::promise<void> done;
        service_->administer([](Hub&) { return std::string(); },
                             [&done](const std::string&) { done.set_value(); },
                             [&done](const std::string&) { done.set_value(); });
        done.get_future().wait();
    }
    Cursors cursorsNow(const std::string& secret) {
        const auto answer = ask(secret, "/v1/pull", encode(Pull{})).get();
        return decodePullAnswer(answer.body, hospital_.schema(), {})->cursors;
    }

private:
    DeviceNumber enrol(const std::string& secret) {
        const auto digest = platform::hashSecret(secret);
        Hub& hub = hospital_.hub();
        hub.begin();
        const auto number =
            hub.enrol(secret, "desk", {"*"}, {reinterpret_cast<const char*>(digest.data()), digest.size()})
                .number;
        hub.commit();
        return number;
    }

    hub::HospitalHub hospital_;
    std::stop_source asker_;
    const platform::SystemClock clock_;
    DeviceNumber one_ = 0;
    DeviceNumber two_ = 0;
    std::optional<HubService> service_;
};

std::string departmentPush(Served& hub, std::uint64_t round, LocalSequence position) {
    Push push;
    push.round = round;
    push.writer = WriterId{5};
    push.after = position - 1;
    push.through = position;
    PushedRecord& pushed = push.records.emplace_back();
    std::string id = "department no. 0";
    id.back() = static_cast<char>('0' + position);
    pushed.record = emptyRecord(*hub.hospital().schema().find("department"), *Uuid::fromBytes(id));
    pushed.record.shown.at(pushed.record.type->indexOf("name").value()) = std::string("内科");
    pushed.record.shown.at(pushed.record.type->indexOf("kind").value()) = std::string("clinical");
    pushed.record.cover = {{push.writer, position}, Stamp{1}, {}};
    pushed.position = position;
    return encode(push);
}

std::int64_t commitsForFivePushes(const ServiceOptions& options) {
    Served hub(options);
    Hello hello;
    hello.writer = WriterId{5};
    const auto opened = decodeHelloAnswer(hub.ask("one", "/v1/hello", encode(hello)).get().body, {});
    std::promise<void> began;
    std::promise<void> goOn;
    hub.service().administer(
        [&began, waits = goOn.get_future().share()](Hub&) {
            began.set_value();
            waits.wait();
            return std::string();
        },
        [](const std::string&) {}, [](const std::string&) {});
    began.get_future().wait();
    std::vector<std::future<platform::ServerAnswer>> answers;
    for (LocalSequence position = 1; position <= 5; ++position)
        answers.push_back(hub.ask("one", "/v1/push", departmentPush(hub, opened->round, position)));
    goOn.set_value();
    for (auto& answer : answers)
        if (answer.get().status != 200)
            throw std::runtime_error("a push was refused");
    hub.service().stop();
    auto marks = hub.hospital().hub().database().prepare("SELECT count(*) FROM _mark");
    marks.step();
    return marks.integer(0);
}

bool isReady(std::future<platform::ServerAnswer>& answer) {
    return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace

class ServiceGroupsTest : public QObject {
    Q_OBJECT

private slots:
    void aDeviceWaitsOnceAndItsNewerQuestionAnswersTheOlder() {
        Served hub({});
        const Cursors cursors = hub.cursorsNow("one");
        auto first = hub.poll("one", cursors);
        auto others = hub.poll("two", cursors);
        QVERIFY(!isReady(first));
        auto second = hub.poll("one", cursors);
        QVERIFY(first.wait_for(patience) == std::future_status::ready);
        const auto answer = first.get();
        QCOMPARE(answer.status, 200U);
        const auto page = decodePullAnswer(answer.body, hub.hospital().schema(), {});
        QVERIFY(page && page->records.empty() && page->cursors == cursors);
        QVERIFY(!isReady(second));
        QVERIFY(!isReady(others));
    }

    void whoLeavesWhileWaitingIsForgottenAtOnce() {
        Served hub({});
        const Cursors cursors = hub.cursorsNow("one");
        auto gone = hub.poll("one", cursors);
        hub.leave();
        auto others = hub.poll("two", cursors);
        QVERIFY(gone.wait_for(patience) == std::future_status::ready);
        QVERIFY_THROWS_EXCEPTION(std::future_error, gone.get()); // its reply was destroyed
        QVERIFY(!isReady(others));
        auto again = hub.poll("one", cursors);
        QVERIFY(!isReady(again));
    }

    void thoseWhoWaitAreToldThatTheHubStops() {
        Served hub({});
        auto answer = hub.poll("one", hub.cursorsNow("one"));
        QVERIFY(!isReady(answer));
        hub.service().stop();
        QVERIFY(answer.wait_for(patience) == std::future_status::ready);
        const auto told = answer.get();
        QCOMPARE(told.status, 503U);
        QVERIFY(told.body.find("stopping") != std::string::npos);
    }

    void aGroupEndsWithTheRequestThatTakesItsMemory() {
        ServiceOptions options;
        QCOMPARE(commitsForFivePushes(options), std::int64_t{1});
        options.memoryInGroup = 1;
        QCOMPARE(commitsForFivePushes(options), std::int64_t{5});
    }
};

QTEST_GUILESS_MAIN(ServiceGroupsTest)
#include "service_groups_test.moc"
