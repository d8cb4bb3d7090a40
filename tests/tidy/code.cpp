// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/code.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace lianxin::tidy {

namespace {

bool isNamePart(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

// Where the construct that begins at `from` ends (one past its last letter); `from` itself when none begins
// there.
std::size_t endOfComment(std::string_view text, std::size_t from) {
    if (text.substr(from, 2) == "//") {
        return std::min(text.find('\n', from), text.size());
    }
    if (text.substr(from, 2) == "/*") {
        const std::size_t end = text.find("*/", from + 2);
        return end == std::string_view::npos ? text.size() : end + 2;
    }
    return from;
}

std::size_t endOfRawLiteral(std::string_view text, std::size_t from) {
    if (text.substr(from, 2) != "R\"" || (from > 0 && isNamePart(text[from - 1]))) {
        return from;
    }
    const std::size_t open = text.find('(', from);
    if (open == std::string_view::npos) {
        return from;
    }
    const std::string closing = ")" + std::string(text.substr(from + 2, open - from - 2)) + "\"";
    const std::size_t end = text.find(closing, open);
    return end == std::string_view::npos ? text.size() : end + closing.size();
}

std::size_t endOfLiteral(std::string_view text, std::size_t from) {
    const char quote = text[from];
    const bool digitSeparator = quote == '\'' && from > 0 && isNamePart(text[from - 1]);
    if ((quote != '"' && quote != '\'') || digitSeparator) {
        return from;
    }
    for (std::size_t at = from + 1; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == quote || text[at] == '\n') {
            return at + 1;
        }
    }
    return text.size();
}

bool isIncludeLine(std::string_view text, std::size_t at) {
    const std::size_t lineStart = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return text.substr(lineStart, 8) == "#include";
}

// What the braces of a file enclose, as far as the search for functions needs to know.
enum class Scope { Around, Function, Value };

// What the brace after this head opens. Around: a namespace or a type, which functions may stand in.
Scope scopeOf(const std::string& head) {
    const bool parameters = head.find('(') != std::string::npos;
    for (const char* word : {"namespace", "class", "struct", "union", "enum", "extern"}) {
        if (holdsWord(head, word) && (!parameters || head.starts_with(word))) {
            return Scope::Around;
        }
    }
    if (!parameters) {
        return Scope::Value;
    }
    // A constructor's `: name_{value}` is a value; its body follows a bracket or a brace.
    const std::size_t lastLetter = head.find_last_not_of(" \n\t");
    const std::size_t list = head.find(") :");
    const bool initialiser = list != std::string::npos && isNamePart(head[lastLetter]);
    return initialiser ? Scope::Value : Scope::Function;
}

std::string lastName(const std::string& text) {
    std::size_t start = text.size();
    while (start > 0 && isNamePart(text[start - 1])) {
        --start;
    }
    return text.substr(start);
}

// Follows the braces of a file, letter by letter.
class BraceWalk {
public:
    void step(char letter) {
        line_ += letter == '\n' ? 1 : 0;
        if (letter == '(' || letter == ')') {
            round_ += letter == '(' ? 1 : -1;
        }
        if (inside() != Scope::Around) {
            inBody(letter);
        } else if (letter == '{' && round_ == 0) {
            open();
        } else if ((letter == '}' || letter == ';') && round_ == 0) {
            head_.clear();
        } else {
            addToHead(letter);
        }
    }

    std::vector<Function> functions;

private:
    Scope inside() const { return depth_ > 0 ? body_ : Scope::Around; }

    void open() {
        body_ = scopeOf(head_);
        if (body_ == Scope::Around) {
            head_.clear();
        } else {
            depth_ = 1;
        }
    }

    void inBody(char letter) {
        depth_ += letter == '{' ? 1 : letter == '}' ? -1 : 0;
        if (depth_ > 0) {
            return;
        }
        round_ = 0;
        if (body_ == Scope::Function) {
            functions.push_back({lastName(head_.substr(0, head_.find('('))), headLine_, line_});
            head_.clear();
        } else {
            head_ += "}";
        }
    }

    void addToHead(char letter) {
        if (head_.empty() && std::isspace(static_cast<unsigned char>(letter)) != 0) {
            return;
        }
        if (head_.empty()) {
            headLine_ = line_;
        }
        head_ += letter;
        for (const char* label : {"public:", "private:", "protected:", "slots:", "Q_OBJECT"}) {
            if (head_.ends_with(label)) {
                head_.clear();
            }
        }
    }

    std::string head_; // the text since the last statement ended
    std::size_t headLine_ = 1;
    std::size_t line_ = 1;
    int round_ = 0; // open round brackets
    int depth_ = 0; // open braces of the body we are in
    Scope body_ = Scope::Around;
};

std::string withoutDirectives(const std::string& code) {
    std::string result = code;
    bool directive = false;
    bool lineStart = true;
    char previous = '\n';
    for (char& letter : result) {
        if (letter == '\n') {
            directive = directive && previous == '\\';
            lineStart = true;
        } else if (lineStart && letter == '#') {
            directive = true;
        }
        previous = letter;
        if (letter != '\n') {
            lineStart = lineStart && std::isspace(static_cast<unsigned char>(letter)) != 0;
            letter = directive ? ' ' : letter;
        }
    }
    return result;
}

} // namespace

std::string codeOnly(const std::string& text) {
    std::string code = text;
    const auto blank = [&code](std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            code[at] = code[at] == '\n' ? '\n' : ' ';
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t end = endOfComment(text, at); end > at) {
            blank(at, end);
            at = end;
        } else if (const std::size_t rawEnd = endOfRawLiteral(text, at); rawEnd > at) {
            blank(at, rawEnd);
            at = rawEnd;
        } else if (const std::size_t literalEnd = endOfLiteral(text, at); literalEnd > at) {
            if (!isIncludeLine(text, at)) {
                blank(at + 1, literalEnd - 1);
            }
            at = literalEnd;
        } else {
            ++at;
        }
    }
    return code;
}

std::vector<Function> functionsOf(const std::string& code) {
    BraceWalk walk;
    for (const char letter : withoutDirectives(code)) {
        walk.step(letter);
    }
    return walk.functions;
}

bool holdsWord(const std::string& line, const std::string& word) {
    for (std::size_t at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool startsName = at > 0 && isNamePart(word.front()) && isNamePart(line[at - 1]);
        const bool goesOn = end < line.size() && isNamePart(word.back()) && isNamePart(line[end]);
        if (!startsName && !goesOn) {
            return true;
        }
    }
    return false;
}

} // namespace lianxin::tidy
