// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/input.h"

#include "app/terminal/message.h"
#include "platform/files/durable_file.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using terminal::ExitStatus;
using terminal::Message;
using terminal::Trouble;

constexpr std::size_t mostBytes = std::size_t{64} << 20;
constexpr int deepest = 64;

Trouble badInput(const std::string& chinese, const std::string& english) {
    return Trouble(ExitStatus::NotDone, "bad-input",
                   {chinese + "什么也没有保存。", english + " Nothing was saved."});
}

std::string readStandardInput() {
    std::string text;
    std::string piece(std::size_t{64} << 10, '\0');
    while (std::cin && text.size() <= mostBytes) {
        std::cin.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece, 0, static_cast<std::size_t>(std::cin.gcount()));
    }
    return text;
}

/// Watches a parse for what the parser itself lets pass.
class Watch {
public:
    bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
        tooDeep_ = tooDeep_ || depth > deepest;
        if (event == Json::parse_event_t::object_start)
            names_.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            names_.pop_back();
        else if (event == Json::parse_event_t::key && !names_.back().insert(parsed.get<std::string>()).second)
            twice_ = parsed.get<std::string>();
        return true;
    }

    void require(std::size_t line) const {
        const std::string place = std::to_string(line);
        if (tooDeep_)
            throw badInput("第 " + place + " 行起的 JSON 嵌套太深。",
                           "The JSON from line " + place + " on is nested too deeply.");
        if (twice_)
            throw badInput("第 " + place + " 行起的 JSON 里，同一处写了两次：" + *twice_ + "。",
                           "The JSON from line " + place + " on gives a name twice: " + *twice_ + ".");
    }

private:
    std::vector<std::set<std::string>> names_;
    std::optional<std::string> twice_;
    bool tooDeep_ = false;
};

Json parseAt(const std::string& text, std::size_t firstLine) {
    Watch watch;
    try {
        Json json = Json::parse(text, std::ref(watch));
        watch.require(firstLine);
        return json;
    } catch (const Json::parse_error& error) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        const auto line = firstLine + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
        throw badInput("第 " + std::to_string(line) + " 行不是正确的 JSON。",
                       "Line " + std::to_string(line) + " is not JSON.");
    }
}

} // namespace

std::string readInput(const std::optional<std::string>& file) {
    if (!file || *file == "-") {
        std::string text = readStandardInput();
        if (text.size() > mostBytes)
            throw badInput("内容太大，最多 64 MB。", "The input is larger than 64 MB.");
        return text;
    }
    auto text = platform::readWhole(*file, mostBytes);
    if (text)
        return std::move(text).value();
    if (text.error() == platform::ReadFault::TooLarge)
        throw badInput(*file + " 太大，最多 64 MB。", *file + " is larger than 64 MB.");
    throw badInput("读不到文件 " + *file + "。", "The file " + *file + " cannot be read.");
}

Json parseInput(const std::string& text) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw badInput("输入是空的。", "The input is empty.");
    return parseAt(text, 1);
}

std::vector<Json> parseInputLines(const std::string& text) {
    std::vector<Json> documents;
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            documents.push_back(parseAt(line, number));
    }
    return documents;
}

std::vector<Json> parseRecords(const std::string& text, bool lines) {
    std::vector<Json> records;
    if (lines) {
        records = parseInputLines(text);
    } else if (Json document = parseInput(text); document.is_array()) {
        records.assign(document.begin(), document.end());
    } else {
        records.push_back(std::move(document));
    }
    if (records.empty())
        throw badInput("输入里没有记录。", "There is no record in the input.");
    return records;
}

} // namespace lianxin::ctl
