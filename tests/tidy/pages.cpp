// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/pages.h"

#include "tests/tidy/code.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace lianxin::tidy {

namespace {

constexpr std::size_t linesInAPage = 200;
constexpr std::size_t linesInATable = 400;

bool isPage(const File& file) {
    return file.isBelow("qml/") && file.path.ends_with(".qml");
}

bool isLetter(char letter) {
    return std::isalpha(static_cast<unsigned char>(letter)) != 0;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// In UTF-8 the characters from U+4000 to U+9FFF begin with these bytes. What a keyboard writes, such as 。,
// is no text.
bool holdsChinese(const std::string& text) {
    return std::ranges::any_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte >= 0xE4 && byte <= 0xE9;
    });
}

bool isAscii(const std::string& text) {
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

// A key is called as it is printed on the keyboard.
bool namesAKey(const std::string& text) {
    static const std::set<std::string> names = {"Ctrl K", "Enter", "Esc"};
    return text.size() == 1 || names.contains(text);
}

// A letter that is not part of an escape such as \n.
bool holdsWords(const std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (isLetter(text[at])) {
            return true;
        }
    }
    return false;
}

// A language is called in itself, whatever language the page speaks.
bool namesALanguage(const std::string& text) {
    static const std::set<std::string> names = {"简体",     "繁體",           "简体中文",
                                                "繁體中文", "语言  Language", "语言 Language"};
    return names.contains(text);
}

// The properties whose value a person reads or hears.
bool isRead(const std::string& statement) {
    static const std::set<std::string> read = {
        "text",   "placeholderText", "title",           "label",
        "helper", "detail",          "Accessible.name", "Accessible.description"};
    return read.contains(trimmed(statement.substr(0, statement.find(':'))));
}

// The text of a line before the literal at `quote`, and the literal.
struct Literal {
    std::string before;
    std::string text;
};

std::vector<Literal> literalsOf(const std::string& line, const std::string& code) {
    std::vector<Literal> literals;
    for (std::size_t open = code.find('"'); open != std::string::npos;) {
        const std::size_t close = code.find('"', open + 1);
        if (close == std::string::npos) {
            break;
        }
        literals.push_back({trimmed(line.substr(0, open)), line.substr(open + 1, close - open - 1)});
        open = code.find('"', close + 1);
    }
    return literals;
}

bool isUntranslated(const std::string& line, const Literal& literal) {
    const std::string& before = literal.before;
    if (before.ends_with("qsTr(") || namesALanguage(literal.text) || namesAKey(literal.text)) {
        return false;
    }
    // A value by itself or one of two; what is handed to a function is a format, a code, a path.
    const bool isValue = before.ends_with(':') || before.ends_with('?') || before.ends_with('+');
    // What stands between the parts of a list is not the same in English.
    const bool separates = before.ends_with(".join(") && !isAscii(literal.text);
    return holdsChinese(literal.text) || separates || (isRead(line) && isValue && holdsWords(literal.text));
}

// An object of a page, while its braces are open.
struct Object {
    std::string type; // empty: the braces of a function or a handler
    std::size_t line = 0;
    bool named = false;
    bool acts = false;          // it does something when it is touched
    bool touchedInside = false; // a handler inside takes touches for it
};

bool isControl(const std::string& type) {
    static const std::set<std::string> controls = {
        "T.AbstractButton", "T.Button",      "T.CheckBox",  "T.ComboBox", "T.Dial",
        "T.ItemDelegate",   "T.RadioButton", "T.Slider",    "T.SpinBox",  "T.Switch",
        "T.TabButton",      "T.TextArea",    "T.TextField", "TextEdit",   "TextInput"};
    return controls.contains(type);
}

bool takesTouches(const Object& object) {
    return object.type == "TapHandler" || (object.type == "MouseArea" && object.acts);
}

// Follows the objects of a page, letter by letter.
class PageWalk {
public:
    explicit PageWalk(const File& file) : file_(file) {}

    void step(char letter) {
        if (letter == '{') {
            open();
        } else if (letter == '}') {
            take();
            close();
        } else if (letter == '\n' || letter == ';') {
            take();
            line_ += letter == '\n' ? 1 : 0;
        } else {
            statement_ += letter;
        }
    }

    Findings findings;

private:
    void open() {
        // "contentItem: Label" opens a Label, "onClicked:" a handler, "function a()" a function.
        std::string type = trimmed(statement_);
        if (const std::size_t colon = type.find(':'); colon != std::string::npos) {
            take();
            type = trimmed(type.substr(colon + 1));
        }
        const bool isObject = !type.empty() && type.find_first_of(" ()=") == std::string::npos &&
                              std::isupper(static_cast<unsigned char>(type.front())) != 0;
        objects_.push_back({isObject ? type : "", line_});
        statement_.clear();
    }

    void take() {
        const std::string statement = trimmed(statement_);
        statement_.clear();
        if (objects_.empty()) {
            return;
        }
        if (statement.starts_with("Accessible.name:") || statement.starts_with("Accessible.ignored: true")) {
            objects_.back().named = true;
        }
        objects_.back().acts =
            objects_.back().acts || (statement.starts_with("on") && statement.size() > 2 &&
                                     std::isupper(static_cast<unsigned char>(statement[2])) != 0);
    }

    void close() {
        if (objects_.empty()) {
            return;
        }
        const Object object = objects_.back();
        objects_.pop_back();
        if ((isControl(object.type) || object.touchedInside) && !object.named) {
            findings.push_back({"page-names", file_.path, object.line,
                                object.type + " can be touched and has no Accessible.name"});
        }
        if (!objects_.empty() && takesTouches(object) && !object.named) {
            objects_.back().touchedInside = true;
        }
    }

    const File& file_;
    std::string statement_;
    std::size_t line_ = 1;
    std::vector<Object> objects_;
};

} // namespace

Findings pageTexts(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        if (!isPage(file)) {
            continue;
        }
        const std::vector<std::string> text = linesOf(file.text);
        const std::vector<std::string> code = linesOf(codeOnly(file.text));
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const Literal& literal : literalsOf(text[at], code[at])) {
                if (isUntranslated(text[at], literal)) {
                    findings.push_back({"page-texts", file.path, at + 1,
                                        "\"" + literal.text + "\" is read and is not in qsTr()"});
                }
            }
        }
    }
    return findings;
}

Findings pageNames(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        if (isPage(file)) {
            PageWalk walk(file);
            std::ranges::for_each(codeOnly(file.text), [&walk](char letter) { walk.step(letter); });
            findings.insert(findings.end(), walk.findings.begin(), walk.findings.end());
        }
    }
    return findings;
}

Findings pageLength(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        if (!isPage(file)) {
            continue;
        }
        // A singleton is a table of words: long, and read one by one.
        const bool table = file.text.find("pragma Singleton") != std::string::npos;
        const std::size_t most = table ? linesInATable : linesInAPage;
        if (const std::size_t lines = linesOf(file.text).size(); lines > most) {
            findings.push_back({"page-length", file.path, 0,
                                std::to_string(lines) + " lines, " + std::to_string(most) + " at most"});
        }
    }
    return findings;
}

} // namespace lianxin::tidy
