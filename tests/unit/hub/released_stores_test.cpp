// SPDX-License-Identifier: GPL-3.0-or-later
// The stores of every release, as SQL, opened by today's program (fault 34): a device with what it had not
// sent, what was refused, and a text that somebody else wrote meanwhile; and its hub.
//
// A release is kept by running this test with LIANXIN_KEEP_STORES=tests/unit/hub/released in its environment.
// Until then a change of the schema replaces the files of the version under way.
#include "app/domain/evidence.h"
#include "app/domain/schema.h"
#include "app/hub/hospital_rules.h"
#include "sync/hub/hub.h"
#include "sync/round/round.h"
#include "tests/unit/hub/store_as_sql.h"

#include <QtTest>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace lianxin;
using namespace lianxin::sync;

namespace {

constexpr platform::WallTime thatDay{Milliseconds{1'770'000'000'000}};
constexpr auto picture = "\xff\xd8\xff\xe0 a photo";

/// The types and their fields with their rules: what a file of this schema version holds.
std::string digestOf(const Schema& schema) {
    std::string text;
    for (const auto& type : schema.types()) {
        text += type->name() + '\n';
        for (const Field& field : type->fields())
            text += field.name + ' ' + std::string(nameOf(field.type)) + ' ' +
                    std::string(nameOf(field.rule)) + (field.hubGiven ? " hub\n" : "\n");
    }
    std::string digits;
    for (const std::byte byte : platform::hash128(text)) {
        constexpr std::string_view hexadecimal = "0123456789abcdef";
        digits += hexadecimal[std::to_integer<unsigned>(byte) >> 4U];
        digits += hexadecimal[std::to_integer<unsigned>(byte) & 15U];
    }
    return digits;
}

/// A hub and its two desks in memory, and what goes between them without a network.
class Office {
public:
    Office(platform::Database hub, platform::Database desk, platform::WallTime now)
        : schema_(domain::makeHospitalSchema()),
          rules_(schema_),
          clock_(now),
          hub_(std::move(hub), schema_, rules_, clock_, random_),
          desk_(std::move(desk), schema_, clock_, random_) {}

    const Schema& schema() const { return schema_; }
    Hub& hub() { return hub_; }
    Replica& desk() { return desk_; }
    const platform::Clock& clock() const { return clock_; }
    platform::Random& random() { return random_; }

    void sync(Replica& device, DeviceNumber number) {
        Round round(device, {});
        while (round.phase() != RoundPhase::Closed) {
            while (const auto request = round.next())
                round.answered(request->ticket, answerOf(number, request->message));
            round.work();
        }
        if (round.failure())
            throw std::runtime_error("the round failed: " + round.failure()->code);
    }

private:
    HubAnswer answerOf(DeviceNumber device, const HubRequest& request) {
        HubAnswer answer;
        const auto take = [&answer](auto result) {
            std::visit([&answer](auto&& one) { answer = std::forward<decltype(one)>(one); },
                       std::move(result));
        };
        hub_.begin();
        if (const auto* hello = std::get_if<Hello>(&request))
            take(hub_.hello(device, *hello));
        else if (const auto* push = std::get_if<Push>(&request))
            take(hub_.push(device, *push));
        else if (const auto* pull = std::get_if<Pull>(&request))
            take(hub_.pull(device, *pull, {}));
        else if (const auto* have = std::get_if<Have>(&request))
            take(hub_.have(device, *have));
        else if (const auto* send = std::get_if<Send>(&request))
            take(hub_.send(device, *send));
        else
            take(hub_.fetch(device, std::get<Fetch>(request)));
        const Mark mark = hub_.commit();
        std::visit(
            [&mark](auto& one) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, FailureAnswer>)
                    one.mark = mark;
            },
            answer);
        return answer;
    }

    Schema schema_;
    hub::HospitalRules rules_;
    platform::ManualClock clock_;
    platform::SeededRandom random_{34};
    Hub hub_;
    Replica desk_;
};

void set(Record& record, std::string_view field, Value value) {
    record.shown.at(record.type->indexOf(field).value()) = std::move(value);
}

Record complaint(const Schema& schema) {
    Record matter = emptyRecord(*schema.find("matter"), {});
    set(matter, "kind", "complaint");
    set(matter, "channel", "internal");
    set(matter, "source", "visit");
    set(matter, "content", "等候太久。");
    set(matter, "problem", "等候超过一小时。");
    set(matter, "respondent_unnamed", std::int64_t{1});
    set(matter, "complaint_time", thatDay.time_since_epoch().count());
    set(matter, "raised_at", thatDay.time_since_epoch().count());
    return matter;
}

Record event(const Schema& schema, const Uuid& matter, const char* step) {
    Record record = emptyRecord(*schema.find("matter_event"), {});
    set(record, "matter", matter);
    set(record, "step", step);
    set(record, "occurred_at", thatDay.time_since_epoch().count());
    return record;
}

template <class Answer>
auto saved(Answer answer) {
    if (!answer)
        throw std::runtime_error("not saved: " + answer.error().detail);
    return *answer;
}

void edit(Replica& desk, const Uuid& matter, const char* field, const char* value) {
    saved(desk.edit(*desk.schema().find("matter"), matter, {{field, std::string(value), std::nullopt}}));
}

/// What a day leaves behind: the hub and the first desk of the office.
void spendADay(Office& office) {
    office.hub().begin();
    const DeviceNumber first = office.hub().enrol("desk", "desk", {"*"}, "one").number;
    const DeviceNumber second = office.hub().enrol("office", "desk", {"*"}, "two").number;
    office.hub().commit();
    Replica other(platform::Database::openMemory(), office.schema(), office.clock(), office.random());
    const Uuid matter = saved(office.desk().create(complaint(office.schema()))).id;
    saved(office.desk().create(event(office.schema(), matter, "submit")));
    Record unanswered = complaint(office.schema());
    set(unanswered, "kind", "no such kind");
    saved(office.desk().create(unanswered));
    office.sync(office.desk(), first);
    office.sync(other, second);
    edit(other, matter, "content", "对方写的。");
    edit(other, matter, "respondent", "对方");
    office.sync(other, second);
    edit(office.desk(), matter, "content", "这里写的。");
    edit(office.desk(), matter, "respondent", "这里");
    saved(office.desk().create(event(office.schema(), matter, "register")));
    const auto evidence = domain::evidenceDraft(office.schema(), matter, {"photo.jpg", picture}, thatDay);
    saved(office.desk().createAll({*evidence}, std::array{std::string(picture)}));
}

std::filesystem::path fileOf(std::int64_t version, const char* side) {
    return std::filesystem::path(LIANXIN_SOURCE_DIR) / "tests/unit/hub/released" /
           (std::to_string(version) + '-' + side + ".sql");
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

class ReleasedStoresTest : public QObject {
    Q_OBJECT

    static std::string headOf(const Schema& schema) { return "-- schema " + digestOf(schema) + '\n'; }

private slots:
    void initTestCase() {
        const char* folder = std::getenv("LIANXIN_KEEP_STORES");
        if (!folder)
            return;
        Office office(platform::Database::openMemory(), platform::Database::openMemory(), thatDay);
        spendADay(office);
        const std::string version = std::to_string(domain::hospitalSchemaVersion);
        std::ofstream(std::filesystem::path(folder) / (version + "-hub.sql"))
            << headOf(office.schema()) << hub::storeAsSql(office.hub().database());
        std::ofstream(std::filesystem::path(folder) / (version + "-device.sql"))
            << headOf(office.schema()) << hub::storeAsSql(office.desk().database());
    }

    void todaysSchemaIsKept() {
        const Schema schema = domain::makeHospitalSchema();
        for (const char* side : {"hub", "device"})
            QVERIFY2(read(fileOf(domain::hospitalSchemaVersion, side)).starts_with(headOf(schema)),
                     "the schema changed: keep its stores (see the head of this test)");
    }

    void whatAReleaseHadNotSentComesToTheHub_data() {
        QTest::addColumn<qint64>("version");
        for (std::int64_t version = 1; version <= domain::hospitalSchemaVersion; ++version)
            QTest::addRow("schema %lld", static_cast<long long>(version)) << qint64{version};
    }

    void whatAReleaseHadNotSentComesToTheHub() {
        QFETCH(const qint64, version);
        auto hubStore = platform::Database::openMemory();
        auto deskStore = platform::Database::openMemory();
        hubStore.exec(read(fileOf(version, "hub")));
        deskStore.exec(read(fileOf(version, "device")));
        Office office(std::move(hubStore), std::move(deskStore), thatDay + std::chrono::hours(1));
        const Ledger before = office.desk().ledger();
        QVERIFY(before.waiting >= 3);
        QCOMPARE(before.parked, std::int64_t{1});
        QCOMPARE(before.blobs, std::int64_t{1});
        office.sync(office.desk(), DeviceNumber{1});
        const Ledger after = office.desk().ledger();
        QCOMPARE(after.waiting, std::int64_t{0});
        QCOMPARE(after.parked, std::int64_t{1});
        QCOMPARE(after.blobs, std::int64_t{0});
        for (const char* type : {"matter", "matter_event", "evidence"})
            office.desk().visit(*office.schema().find(type), [&](const Record& record) {
                const bool isThere = office.hub().tables().of(*record.type).contains(record.id);
                QCOMPARE(isThere, !office.desk().parked().contains(record.id));
            });
    }

    void bothVersionsOfATextAndTheConflictAreStillThere() {
        for (std::int64_t version = 1; version <= domain::hospitalSchemaVersion; ++version) {
            auto hubStore = platform::Database::openMemory();
            auto deskStore = platform::Database::openMemory();
            hubStore.exec(read(fileOf(version, "hub")));
            deskStore.exec(read(fileOf(version, "device")));
            Office office(std::move(hubStore), std::move(deskStore), thatDay + std::chrono::hours(1));
            office.sync(office.desk(), DeviceNumber{1});
            int texts = 0;
            int displaced = 0;
            office.hub()
                .tables()
                .of(*office.schema().find("matter"))
                .scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
                    const FieldIndex content = row.record.type->indexOf("content").value();
                    const Writes writes = writesOf(row.record, content);
                    texts += static_cast<int>(headsOf(row.record.type->field(content), writes).size());
                    return true;
                });
            office.hub().tables().history().scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
                const auto historic = historicWrite(row.record);
                displaced += historic && historic->field == "respondent" ? 1 : 0;
                return true;
            });
            QCOMPARE(texts, 2);
            QCOMPARE(displaced, 1);
        }
    }
};

QTEST_GUILESS_MAIN(ReleasedStoresTest)
#include "released_stores_test.moc"
