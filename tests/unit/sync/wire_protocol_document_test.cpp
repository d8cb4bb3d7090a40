// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever writes a client from PROTOCOL.md must not be misled: its examples are read and written by the
// program here.
#include "tests/unit/sync/wire_samples.h"

#include "sync/hub/hub.h"
#include "sync/hub/service.h"
#include "sync/round/http_link.h"
#include "sync/wire/field_spec.h"
#include "sync/wire/http_status.h"
#include "sync/wire/text.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

using namespace lianxin::sync;
using namespace lianxin::tests;

namespace {

const Schema& documentSchema() {
    static const Schema schema(7, {RecordType("note",
                                              {{"title", FieldType::Text, MergeRule::Versions},
                                               {"state", FieldType::Text, MergeRule::Latest},
                                               {"tags", FieldType::Text, MergeRule::Set},
                                               {"number", FieldType::Text, MergeRule::Once, true},
                                               {"due_at", FieldType::Time, MergeRule::Latest}},
                                              {})});
    return schema;
}

struct Example {
    std::string kind;
    bool onlyAccepted = false; ///< our programs write it otherwise
    std::string text;
};

std::vector<Example> blocksOf(const std::string& language) {
    std::ifstream file(LIANXIN_SOURCE_DIR "/sync/PROTOCOL.md");
    std::vector<Example> examples;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("```"))
            continue;
        std::istringstream words(line.substr(3));
        std::string word, kind, remark;
        words >> word >> kind >> remark;
        std::string text;
        for (std::string inside; std::getline(file, inside) && inside != "```";)
            text += text.empty() ? inside : "\n" + inside;
        if (word == language)
            examples.push_back({kind, remark == "accepted", text});
    }
    return examples;
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& document() {
    static const std::string text = textOf(LIANXIN_SOURCE_DIR "/sync/PROTOCOL.md");
    return text;
}

bool says(const std::string& text) {
    return document().find(text) != std::string::npos;
}

/// The first group of every match in the sources of these folders.
std::set<std::string> foundIn(const std::vector<std::string>& folders, const std::string& pattern,
                              const std::string& inFile = {}) {
    const std::regex wanted(pattern);
    std::set<std::string> found;
    for (const std::string& folder : folders)
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(LIANXIN_SOURCE_DIR "/" + folder)) {
            if (!entry.is_regular_file() ||
                entry.path().filename().string().find(inFile) == std::string::npos)
                continue;
            const std::string text = textOf(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), wanted); at != std::sregex_iterator();
                 ++at)
                found.insert((*at)[1]);
        }
    return found;
}

std::string counted(std::size_t number) {
    std::string text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string mebibytes(std::size_t bytes) {
    return bytes % (std::size_t{1} << 20) == 0 ? counted(bytes >> 20) + " MiB" : counted(bytes) + " bytes";
}

/// The rows of the table of limits. Its binding does not compile once a limit is added that is not told here.
std::vector<std::pair<std::string, std::string>> limitRows() {
    const WireLimits limits;
    const auto& [compressedBytes, plainBytes, expandedBytes, textBytes, nameBytes, depth, records, types,
                 fieldsPerType, writers, writesPerField, baseDots, scopeSets, scopesPerRecord, cursors,
                 entries, blobs, blobBytes, bytesOfRecord, dotsOfRecord, unknownFieldsOfRecord] = limits;
    return {{"a request's body as it arrives", mebibytes(compressedBytes)},
            {"an answer's body as it arrives", mebibytes(largestAnswerBytes)},
            {"the JSON in it", mebibytes(plainBytes)},
            {"the records in memory once columns are expanded", mebibytes(expandedBytes)},
            {"nested arrays and objects", counted(depth)},
            {"records in one message, retried ones included", counted(records)},
            {"groups in one list of groups", counted(types)},
            {"fields of a group", counted(fieldsPerType)},
            {"writers named in a message", counted(writers)},
            {"writes of one field of one record", counted(writesPerField)},
            {"dots in the base of one write", counted(baseDots)},
            {"sets of scopes in a message, scopes in a set",
             counted(scopeSets) + ", " + counted(scopesPerRecord)},
            {"cursors", counted(cursors)},
            {"a blob", mebibytes(largestBlob)},
            {"the bytes of a blob in one message", mebibytes(blobBytes)},
            {"blobs asked for in one message", counted(blobs)},
            {"bytes of blobs that one device has sent and not finished", mebibytes(mostUnfinishedBytes)},
            {"items of any other list", counted(entries)},
            {"the name of a type, a field or a scope, a boot id, a failure's code", mebibytes(nameBytes)},
            {"one text, JSON or sealed value", mebibytes(textBytes)},
            {"one record at the hub, the states of all its writers joined",
             mebibytes(bytesOfRecord) + " of JSON, " + counted(dotsOfRecord) +
                 " writes and dots in their bases, " + counted(unknownFieldsOfRecord) +
                 " fields that the hub does not know"},
            {"scopes at the hub", counted(cursors)}};
}

template <class Message>
std::string rewritten(const Decoded<Message>& decoded) {
    return decoded ? encode(*decoded) : "fault: " + outcome(decoded).toStdString();
}

std::string rewritten(const std::string& kind, const std::string& json) {
    const WireLimits limits;
    if (kind == "hello")
        return rewritten(decodeHello(json, limits));
    if (kind == "hello-answer")
        return rewritten(decodeHelloAnswer(json, limits));
    if (kind == "push")
        return rewritten(decodePush(json, documentSchema(), limits));
    if (kind == "push-answer")
        return rewritten(decodePushAnswer(json, documentSchema(), limits));
    if (kind == "pull")
        return rewritten(decodePull(json, limits));
    if (kind == "pull-answer")
        return rewritten(decodePullAnswer(json, documentSchema(), limits));
    if (kind == "have")
        return rewritten(decodeHave(json, limits));
    if (kind == "have-answer")
        return rewritten(decodeHaveAnswer(json, limits));
    if (kind == "send")
        return rewritten(decodeSend(json, limits));
    if (kind == "send-answer")
        return rewritten(decodeSendAnswer(json, limits));
    if (kind == "fetch")
        return rewritten(decodeFetch(json, limits));
    if (kind == "fetch-answer")
        return rewritten(decodeFetchAnswer(json, limits));
    if (kind == "failure")
        return rewritten(decodeFailureAnswer(json, limits));
    return "no such message: " + kind;
}

QByteArray sorted(const std::string& json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    return QByteArray::fromStdString(parsed.is_discarded() ? json : parsed.dump());
}

} // namespace

class WireProtocolDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void everyExampleIsWhatTheProgramWrites() {
        std::map<std::string, int> seen;
        for (const Example& example : blocksOf("json")) {
            ++seen[example.kind];
            const std::string written = rewritten(example.kind, example.text);
            if (example.onlyAccepted)
                QCOMPARE(sorted(rewritten(example.kind, written)), sorted(written));
            else
                QCOMPARE(sorted(written), sorted(example.text));
        }
        const std::map<std::string, int> all{
            {"fetch", 1},       {"fetch-answer", 1}, {"have", 1},       {"have-answer", 1},  {"send", 1},
            {"send-answer", 1}, {"failure", 2},      {"hello", 1},      {"hello-answer", 1}, {"pull", 1},
            {"pull-answer", 3}, {"push", 2},         {"push-answer", 2}};
        QVERIFY(seen == all);
    }

    void theDictionaryIsWhatTheDocumentSays() {
        const auto blocks = blocksOf("text");
        QCOMPARE(blocks.size(), std::size_t{2});
        std::string statistics = blocks[0].text;
        std::erase(statistics, '\n');
        std::string dictionary = bytesFromBase64(statistics).value();
        for (const auto& type : documentSchema().types()) {
            dictionary += "\"type\":\"" + type->name() + "\",\"fields\":{";
            for (const Field& field : type->fields())
                dictionary += "\"" + fieldSpec(field) + "\":[";
            dictionary += "\n";
        }
        QCOMPARE(Packer(documentSchema()).dictionary(), dictionary + blocks[1].text);
    }

    void everyNameOnTheWireIsInTheDocument() {
        const auto names = [](std::string_view name) { return says('`' + std::string(name) + '`'); };
        for (int action = 0; action <= static_cast<int>(NextAction::Refused); ++action)
            QVERIFY(names(nameOf(static_cast<NextAction>(action))));
        for (int reason = 0; reason <= static_cast<int>(RefusalReason::TypeDiffers); ++reason)
            QVERIFY(names(nameOf(static_cast<RefusalReason>(reason))));
        for (const WireFault::Kind kind : {WireFault::Kind::TooLarge, WireFault::Kind::Malformed,
                                           WireFault::Kind::WrongType, WireFault::Kind::FieldDiffers})
            QVERIFY(names(nameOf(kind)));
    }

    void everyFailureCodeIsInTheDocument() {
        auto codes = foundIn({"sync", "app/hub"}, "NextAction::\\w+,\\s*\"([a-z-]+)\"");
        codes.merge(foundIn({"sync/hub"}, "raise\\(\"([a-z-]+)\""));
        for (const char* known : {"storage", "unknown-secret", "clock-gap", "not-a-hub", "older-round"})
            QVERIFY2(codes.contains(known), "the codes of the program are not found any more");
        for (const std::string& code : codes)
            QVERIFY2(says('`' + code + '`'), code.c_str());
        QVERIFY(says("`http-`"));
    }

    void everyStatusIsInTheDocument() {
        for (int action = 0; action <= static_cast<int>(NextAction::Refused); ++action) {
            const auto next = static_cast<NextAction>(action);
            if (next != NextAction::WaitForNetwork)
                QVERIFY(says("| " + std::to_string(httpStatusOf(next)) + " | `" + std::string(nameOf(next)) +
                             "` |"));
        }
        std::map<NextAction, std::string> alone;
        for (unsigned status = 100; status < 600; ++status)
            if (const NextAction next = actionOfHttpStatus(status); next != NextAction::RetryLater)
                alone[next] += (alone[next].empty() ? "| " : ", ") + std::to_string(status);
        for (const auto& [next, statuses] : alone)
            QVERIFY2(says(statuses + " | `" + std::string(nameOf(next)) + '`'), statuses.c_str());
    }

    void everyLimitIsInTheDocumentWithItsFigure() {
        const auto table = document().find("| what | at most |");
        const auto rows = document().substr(table, document().find("\n\n", table) - table);
        for (const auto& [what, figure] : limitRows())
            QVERIFY2(rows.find("| " + what + " | " + figure + " |") != std::string::npos, what.c_str());
        const auto lines = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\n'));
        QCOMPARE(lines, limitRows().size() + 1);
        QVERIFY(says("holds it for at most " + std::to_string(ServiceOptions{}.longestWait.count()) + '.'));
    }

    void everyKeyThatIsReadIsInTheDocument() {
        // Where objects are read, every key that may be there is named; any other is a fault.
        std::set<std::string> keys;
        for (const std::string& list :
             foundIn({"sync/wire"}, "\\{((?:\"[A-Za-z]+\",\\s*)*\"[A-Za-z]+\")\\}", "decode.cpp")) {
            const std::regex word("[A-Za-z]+");
            for (std::sregex_iterator at(list.begin(), list.end(), word); at != std::sregex_iterator(); ++at)
                keys.insert(at->str());
        }
        for (const char* known :
             {"protocol", "retried", "wait", "more", "returned", "dots", "base", "is", "rest"})
            QVERIFY2(keys.contains(known), "the keys of the messages are not found any more");
        for (const std::string& key : keys)
            QVERIFY2(says('`' + key + '`') || says('"' + key + "\":"), key.c_str());
    }
};

QTEST_APPLESS_MAIN(WireProtocolDocumentTest)
#include "wire_protocol_document_test.moc"
