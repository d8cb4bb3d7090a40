// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/admin_commands.h"

#include "app/terminal/message.h"
#include "platform/crypto/secret.h"
#include "platform/files/temporary_folder.h"
#include "tests/unit/hub/hub_and_desk.h"

#include <QtTest>

using namespace lianxin;
using hub::HubAndDesk;
using hub::runAdminCommand;
using nlohmann::json;
using terminal::Trouble;

class AdminCommandsTest : public QObject {
    Q_OBJECT

    const platform::TemporaryFolder folder_;
    HubAndDesk hospital_{folder_.path()};

    json run(const char* verb, const json& arguments) {
        return runAdminCommand(verb, hospital_.access(), arguments);
    }

    std::string codeOf(const char* verb, const json& arguments) {
        try {
            run(verb, arguments);
        } catch (const Trouble& trouble) {
            return trouble.code();
        }
        return {};
    }

private slots:
    void anEnrolledDeviceIsKnownByItsSecret() {
        const json device = run("enrol", {{"name", "大厅"}, {"role", "kiosk"}});
        const auto digest = platform::hashSecret(device["secret"].get<std::string>());
        const std::string bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
        QCOMPARE(hospital_.hub().directory().bySecret(bytes).value(), device["number"].get<std::int64_t>());
        QCOMPARE(device["scopes"], json::array({"reference"}));
    }

    void theSecretIsShownOnceAndNeverAgain() {
        const json device = run("enrol", {{"name", "大厅"}, {"role", "kiosk"}});
        QVERIFY(run("devices", json::object()).dump().find(device["secret"].get<std::string>()) ==
                std::string::npos);
    }

    void aWardTabletSeesItsWardsAndNoOtherRoleTakesAny() {
        const std::string ward = "01980000-000b-7000-8000-000000000001";
        QCOMPARE(run("enrol", {{"name", "a"}, {"role", "ward"}, {"wards", {ward}}})["scopes"],
                 json::array({"reference", "staff", "ward:" + ward}));
        QCOMPARE(run("enrol", {{"name", "a"}, {"role", "ward"}, {"wards", {ward}}})["unknown_wards"],
                 json::array({ward}));
        QCOMPARE(codeOf("enrol", {{"name", "a"}, {"role", "ward"}}), std::string("bad-argument"));
        QCOMPARE(codeOf("enrol", {{"name", "a"}, {"role", "ward"}, {"wards", std::vector(1'100, ward)}}),
                 std::string("bad-argument"));
        QCOMPARE(codeOf("enrol", {{"name", "a"}, {"role", "ward"}, {"wards", {"x"}}}),
                 std::string("bad-argument"));
        QCOMPARE(codeOf("enrol", {{"name", "a"}, {"role", "desk"}, {"wards", {ward}}}),
                 std::string("bad-argument"));
    }

    void badArgumentsChangeNothing() {
        const json before = run("devices", json::object());
        QCOMPARE(codeOf("enrol", {{"name", ""}, {"role", "desk"}}), std::string("bad-argument"));
        QCOMPARE(codeOf("enrol", {{"name", "a"}, {"role", "visitor"}}), std::string("bad-argument"));
        QCOMPARE(codeOf("enrol", {{"name", 3}, {"role", json::array()}}), std::string("bad-argument"));
        QCOMPARE(codeOf("devices", json::array()), std::string("bad-argument"));
        QCOMPARE(codeOf("frob", json::object()), std::string("bad-argument"));
        QCOMPARE(codeOf("forget-backup", {{"number", "7"}}), std::string("bad-argument"));
        QCOMPARE(run("devices", json::object()), before);
    }

    void erasingTakesTwoPeopleAndARecordThatIsThere() {
        const std::string matter = hospital_.registerMatter().toString();
        QCOMPARE(codeOf("erase", {{"record", matter}, {"by", {"甲"}}}), std::string("bad-argument"));
        QCOMPARE(codeOf("erase", {{"record", matter}, {"by", {"甲", "甲"}}}), std::string("bad-argument"));
        QCOMPARE(codeOf("erase", {{"record", "01980000-000b-7000-8000-000000000001"}, {"by", {"甲", "乙"}}}),
                 std::string("bad-argument"));
        QVERIFY(hospital_.folder().erased().empty());
        run("erase", {{"record", matter}, {"by", {"甲", "乙"}}});
        QCOMPARE(hospital_.folder().erased().size(), std::size_t{1});
    }

    void aClockInOrderNeedsNoConfirmation() {
        QCOMPARE(run("confirm-clock", json::object())["doubt"], json(""));
    }

    void onlyTheVerbsOfTheTableAreCommands() {
        for (const char* verb :
             {"enrol", "devices", "backup", "backups", "forget-backup", "verify", "erase", "confirm-clock"})
            QVERIFY(hub::isAdminCommand(verb));
        for (const char* verb : {"restore", "init", "serve", ""})
            QVERIFY(!hub::isAdminCommand(verb));
    }
};

QTEST_GUILESS_MAIN(AdminCommandsTest)
#include "admin_commands_test.moc"
