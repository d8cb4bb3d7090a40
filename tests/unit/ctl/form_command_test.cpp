// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "platform/files/durable_file.h"
#include "platform/files/temporary_folder.h"

#include <QtTest>

#include <sstream>

using namespace lianxin;
using nlohmann::json;
using terminal::Trouble;

class FormCommandTest : public QObject {
    Q_OBJECT

    platform::TemporaryFolder folder_;

    std::string file(const std::string& name, const std::string& text) {
        const auto path = folder_.path() / name;
        platform::writeDurably(path, text);
        return path.string();
    }

    std::string form() {
        const json condition = {{"question", "mark"}, {"operator", "="}, {"answerCoding", {{"code", "bad"}}}};
        const auto option = [](const char* code, const char* shown) {
            return json{{"valueCoding", {{"code", code}, {"display", shown}}}};
        };
        const json mark = {{"linkId", "mark"},
                           {"type", "choice"},
                           {"required", true},
                           {"answerOption", {option("bad", "不满意"), option("good", "满意")}}};
        const json why = {{"linkId", "why"},
                          {"type", "text"},
                          {"required", true},
                          {"enableWhen", json::array({condition})}};
        const json photo = {{"linkId", "photo"}, {"type", "attachment"}};
        const json group = {{"linkId", "g"}, {"type", "group"}, {"text", "组"}, {"item", {mark, why, photo}}};
        return json{{"resourceType", "Questionnaire"}, {"item", json::array({group})}}.dump();
    }

    static std::vector<json>
    run(const std::vector<std::string>& words,
        const std::map<std::string, std::vector<std::string>, std::less<>>& options = {}) {
        std::ostringstream out;
        const terminal::CommandLine line{"form", words, options};
        if (ctl::form({line, out}) != terminal::ExitStatus::Done)
            return {};
        std::vector<json> lines;
        std::istringstream in(out.str());
        for (std::string text; std::getline(in, text);)
            lines.push_back(json::parse(text));
        return lines;
    }

    json answer(const std::string& answers) {
        return run({"answer", file("form.json", form())}, {{"--answers", {file("answers.json", answers)}}})
            .at(0);
    }

    std::string refusal(const std::string& answers) {
        try {
            answer(answers);
        } catch (const Trouble& trouble) {
            return trouble.message().chinese + trouble.message().english;
        }
        return {};
    }

private slots:
    void everyFileIsJudgedInALineOfItsOwn() {
        const std::string good = file("good.json", form());
        const auto lines = run({"check", good, folder_.path() / "missing.json", file("empty.json", ""),
                                file("binary.json", std::string("\0\xff\x01", 3)),
                                file("patient.json", R"({"resourceType":"Patient"})"),
                                folder_.path().string(), file("deep.json", std::string(200000, '['))});
        QCOMPARE(lines.size(), std::size_t{7});
        QCOMPARE(lines[0]["file"], json(good));
        QCOMPARE(lines[0]["ok"], json(true));
        QCOMPARE(lines[0]["items"], json(4));
        QCOMPARE(lines[0]["questions"], json(3));
        QVERIFY(lines[0]["error"].is_null());
        QCOMPARE(lines[0]["unsupported"].size(), std::size_t{1});
        QCOMPARE(lines[0]["unsupported"][0]["linkId"], json("photo"));
        for (std::size_t i = 1; i < lines.size(); ++i) {
            QCOMPARE(lines[i]["ok"], json(false));
            QVERIFY(lines[i]["error"].is_string() && lines[i]["unsupported"].is_array());
        }
    }

    void anAuthorHearsWhatIsNotTranslated() {
        const auto lines = run({"check", file("good.json", form())}, {{"--language", {"en"}}});
        QCOMPARE(lines[0]["untranslated"], json({"g", "mark"}));
    }

    void anAnswerOpensWhatHangsOnIt() {
        const json first = answer(R"({"mark": "good"})");
        QCOMPARE(first["enabled"], json({"g", "mark", "photo"}));
        QCOMPARE(first["missing"], json::array());
        QCOMPARE(first["response"]["status"], json("completed"));
        const json second = answer(R"({"mark": "不满意"})");
        QCOMPARE(second["enabled"], json({"g", "mark", "why", "photo"}));
        QCOMPARE(second["missing"], json({"why"}));
        QCOMPARE(second["response"]["status"], json("in-progress"));
        QCOMPARE(second["response"]["item"][0]["item"][0]["answer"][0]["valueCoding"]["code"], json("bad"));
        const json third = answer(R"({"mark": "good", "why": "kept back"})");
        QCOMPARE(third["response"]["item"][0]["item"].size(), std::size_t{1});
    }

    void badAnswersAreToldInTwoLanguages() {
        const std::string said = refusal(R"({"mark": "excellent", "why": 3, "nobody": 1, "photo": "x"})");
        for (const char* words :
             {"mark", "没有这个选项", "not one of the options", "nobody", "没有这个问题", "photo"})
            QVERIFY2(said.find(words) != std::string::npos, words);
        QVERIFY(!refusal("{").empty());
        QVERIFY(!refusal("[1]").empty());
        QVERIFY(refusal(R"({"mark": "good"})").empty());
    }

    void badCommandLinesAreRefused() {
        const std::string good = file("good.json", form());
        QVERIFY_EXCEPTION_THROWN(run({"answer", good}), Trouble);
        QVERIFY_EXCEPTION_THROWN(run({"answer", good, good}, {{"--answers", {good}}}), Trouble);
        QVERIFY_EXCEPTION_THROWN(run({"judge", good}), Trouble);
        QVERIFY_EXCEPTION_THROWN(run({"answer", folder_.path() / "none"}, {{"--answers", {good}}}), Trouble);
    }
};

QTEST_GUILESS_MAIN(FormCommandTest)
#include "form_command_test.moc"
