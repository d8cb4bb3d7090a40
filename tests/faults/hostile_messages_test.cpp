// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to a hub from a device that has a secret and has gone mad: messages that are too much, or wrong
// in every place where they can be. Each is answered as what it is, nothing of it stays, and others are
// served.
#include "tests/faults/attacked_hub.h"

#include "platform/compress/zstd.h"

#include <QtTest>

#include <array>
#include <functional>

using namespace lianxin;
using nlohmann::json;

namespace {

/// Above what a quiet hub has: the largest message that is still read, as text, as JSON and as records.
constexpr double boundMegabytes = 120;

const std::array<json, 11> strangeValues{json(nullptr),
                                         json(true),
                                         json(-1),
                                         json(1.5),
                                         json("x"),
                                         json(""),
                                         json::array(),
                                         json::object(),
                                         json({{1}}),
                                         json(1ULL << 53U),
                                         json({{"a", json::array()}})};

/// Every place in a message, the message itself not among them.
std::vector<json::json_pointer> placesIn(const json& value, const json::json_pointer& here) {
    std::vector<json::json_pointer> places;
    if (!value.is_structured())
        return places;
    for (const auto& [key, child] : value.items()) {
        places.push_back(value.is_object() ? here / key : here / std::stoul(key));
        const auto deeper = placesIn(child, places.back());
        places.insert(places.end(), deeper.begin(), deeper.end());
    }
    return places;
}

/// The JSON of a message in which one key stands twice.
std::string withTwice(const json& value, const json* twice) {
    if (!value.is_structured())
        return value.dump();
    std::string text;
    for (const auto& [key, child] : value.items())
        for (int times = &child == twice ? 2 : 1; times > 0; --times)
            text += (text.empty() ? "" : ",") + (value.is_object() ? json(key).dump() + ':' : std::string()) +
                    withTwice(child, twice);
    return value.is_object() ? '{' + text + '}' : '[' + text + ']';
}

bool isAnotherType(const json& one, const json& other) {
    return one.type() != other.type() && !(one.is_number_integer() && other.is_number_integer());
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    while (times-- > 0)
        all += text;
    return all;
}

} // namespace

class HostileMessagesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::AttackedHub> hub_;

    void refused(const std::string& path, const std::string& body, const std::string& code) {
        const std::string answer = hub_->ask(path, body);
        QCOMPARE(tests::statusOf(answer), 400);
        const json failure = json::parse(tests::bodyOf(answer));
        QCOMPARE(failure.at("next"), json("refused"));
        QVERIFY2(failure.at("code") == code, (body.substr(0, 30) + answer).c_str());
    }

    /// Another type in any place is refused; a strange value of the right type may be anything but a fault of
    /// the hub's.
    void strangeInEveryPlace(const std::string& path, const std::function<json()>& message) {
        for (const auto& place : placesIn(message(), json::json_pointer()))
            for (const json& strange : strangeValues) {
                json body = message();
                const bool anotherType = isAnotherType(body.at(place), strange);
                body.at(place) = strange;
                const std::string answer = hub_->ask(path, body.dump());
                const json said = json::parse(tests::bodyOf(answer), nullptr, false);
                const std::string what = place.to_string() + " = " + strange.dump() + "\n" + answer;
                QVERIFY2(said.is_object(), what.c_str());
                const std::string next = said.value("next", "");
                if (anotherType && !strange.is_null())
                    QVERIFY2(next == "refused", what.c_str());
                QVERIFY2(next != "retry-later" || said.at("code") == "protocol-version", what.c_str());
            }
    }

    void eachKeyTwice(const std::string& path, const json& message) {
        QVERIFY(withTwice(message, nullptr) == message.dump());
        for (const auto& place : placesIn(message, json::json_pointer()))
            if (message.at(place.parent_pointer()).is_object())
                refused(path, withTwice(message, &message.at(place)), "malformed");
    }

    json pull() const {
        return {{"seen", {0, "AAAAAAAAAAA"}}, {"cursors", {{"reference", 0}}}, {"complete", 0}};
    }

private slots:
    void initTestCase() { hub_ = std::make_unique<tests::AttackedHub>(); }

    void cleanup() {
        QVERIFY(hub_->servesTheOtherPromptly());
        QVERIFY2(hub_->grownMegabytes() < boundMegabytes, std::to_string(hub_->grownMegabytes()).c_str());
    }

    void cleanupTestCase() { QCOMPARE(hub_->verify(), std::vector<std::string>{}); }

    void aFrameOfAGigabyteIsRefused() {
        const std::string bomb = platform::Compressor().compress(std::string(std::size_t{1} << 30, ' '), 1);
        QVERIFY(bomb.size() < std::size_t{2} << 20);
        for (const char* path : {"/v1/hello", "/v1/push", "/v1/pull"})
            refused(path, bomb, "too-large");
    }

    void deepMessagesAreRefused() {
        constexpr std::size_t most = std::size_t{2} << 20;
        for (const char* path : {"/v1/hello", "/v1/push", "/v1/pull"}) {
            refused(path, repeated(R"({"a":)", most / 5), "malformed");
            refused(path, repeated(R"({"a":)", most / 10) + '1' + std::string(most / 10, '}'), "too-large");
            refused(path, R"({"seen":)" + std::string(most - 8, '['), "malformed");
            refused(path, R"({"seen":)" + std::string(most / 4, '[') + std::string(most / 4, ']') + '}',
                    "too-large");
        }
    }

    void deepQuestionsForAnAnswerAreRefused() {
        for (const char bracket : {'[', '{'})
            QCOMPARE(tests::statusOf(hub_->ask("/v1/lookup", std::string(std::size_t{2} << 20, bracket))),
                     413);
        QCOMPARE(tests::statusOf(hub_->ask("/v1/lookup", std::string(1000, '['))), 400);
        for (const json& strange : strangeValues) {
            QCOMPARE(tests::statusOf(hub_->ask("/v1/lookup", strange.dump())), 400);
            QCOMPARE(tests::statusOf(hub_->ask("/v1/lookup", json{{"code", strange}}.dump())), 400);
        }
    }

    /// Two thousand rows whose one text is said once: a few kilobytes that want to become gigabytes.
    void aFewBytesThatStandForGigabytesAreRefused() {
        json message = hub_->push(hub_->openRound());
        json& group = message["types"][0];
        json ids = json::array();
        for (int i = 0; i < 2000; ++i)
            ids.push_back("01a05a46-e0ce-73e7-87f8-" + std::to_string(100000000000 + i));
        group["id"] = ids;
        group["stamp"] = json(std::vector<std::int64_t>(2000, 1700000000000));
        group["fields"] = {
            {"name.tl", {{"of", {std::string(1000000, 'n')}}, {"is", std::string(2000, 'A')}}}};
        message["through"] = 2000;
        refused("/v1/push", platform::Compressor().compress(message.dump(), 1), "too-large");
    }

    void anythingInAnyPlaceOfAHelloIsAnsweredAsWhatItIs() {
        strangeInEveryPlace("/v1/hello", [this] { return hub_->hello(); });
        eachKeyTwice("/v1/hello", hub_->hello());
    }

    void anythingInAnyPlaceOfAPullIsAnsweredAsWhatItIs() {
        strangeInEveryPlace("/v1/pull", [this] { return pull(); });
        eachKeyTwice("/v1/pull", pull());
    }

    void anythingInAnyPlaceOfAPushIsAnsweredAsWhatItIs() {
        const std::string round = hub_->openRound();
        strangeInEveryPlace("/v1/push", [this, &round] { return hub_->push(round); });
        eachKeyTwice("/v1/push", hub_->push(round));
        const std::string answer = hub_->ask("/v1/push", hub_->push(round).dump());
        QVERIFY2(tests::statusOf(answer) == 200, answer.c_str());
    }
};

QTEST_GUILESS_MAIN(HostileMessagesTest)
#include "hostile_messages_test.moc"
