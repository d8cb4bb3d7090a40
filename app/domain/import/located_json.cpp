// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/located_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

namespace lianxin::domain {

namespace {

/// Tells through `taken` how many bytes the parser has asked for: it reports no places of its own.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t& taken) : at_(at), taken_(&taken) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*taken_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    std::size_t* taken_;
};

class TreeBuilder {
public:
    using Json = nlohmann::json;

    TreeBuilder(const std::string& file, std::string_view text, const JsonLimits& limits,
                std::vector<ImportProblem>& problems)
        : file_(file), text_(text), limits_(limits), problems_(problems) {}

    std::size_t& taken() { return taken_; }
    LocatedJson& root() { return root_; }

    // What nlohmann::json calls while it parses; false makes it stop.
    bool null() { return add(LocatedJson::Kind::Null, {}) != nullptr; }
    bool boolean(bool value) { return add(LocatedJson::Kind::Boolean, value) != nullptr; }
    bool number_integer(Json::number_integer_t value) {
        return add(LocatedJson::Kind::Integer, value) != nullptr;
    }
    bool number_unsigned(Json::number_unsigned_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return add(LocatedJson::Kind::Real, static_cast<double>(value)) != nullptr;
        return add(LocatedJson::Kind::Integer, static_cast<std::int64_t>(value)) != nullptr;
    }
    bool number_float(Json::number_float_t value, const std::string&) {
        return add(LocatedJson::Kind::Real, value) != nullptr;
    }
    bool string(std::string& value) { return add(LocatedJson::Kind::Text, std::move(value)) != nullptr; }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(LocatedJson::Kind::Object); }
    bool start_array(std::size_t) { return open(LocatedJson::Kind::List); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name);
    bool parse_error(std::size_t, const std::string& lastToken, const nlohmann::detail::exception&) {
        return stop(ImportFault::Syntax, lastToken);
    }

private:
    LocatedJson* add(LocatedJson::Kind kind, decltype(LocatedJson::scalar) scalar);
    bool open(LocatedJson::Kind kind);
    bool close() {
        open_.pop_back();
        return true;
    }
    bool stop(ImportFault fault, std::string detail) {
        problems_.push_back({file_, line(), fault, {}, std::move(detail)});
        return false;
    }
    std::size_t line();

    const std::string& file_;
    std::string_view text_;
    const JsonLimits& limits_;
    std::vector<ImportProblem>& problems_;
    std::size_t taken_ = 0;
    std::size_t counted_ = 0; // the bytes whose line ends are in line_ already
    std::size_t line_ = 1;
    std::size_t values_ = 0;
    LocatedJson root_;
    // The containers that are open, outermost first. They stay where they are: only the innermost one grows.
    std::vector<LocatedJson*> open_;
};

/// The parser has taken a token's last byte, or after a number the one behind it: either way, no line end
/// before the last byte taken lies behind the token.
std::size_t TreeBuilder::line() {
    const std::size_t end = taken_ == 0 ? 0 : taken_ - 1;
    for (; counted_ < end; ++counted_)
        if (text_[counted_] == '\n')
            ++line_;
    return line_;
}

LocatedJson* TreeBuilder::add(LocatedJson::Kind kind, decltype(LocatedJson::scalar) scalar) {
    if (++values_ > limits_.values) {
        stop(ImportFault::TooLarge, std::to_string(limits_.values));
        return nullptr;
    }
    LocatedJson* place = &root_;
    if (!open_.empty()) {
        LocatedJson& container = *open_.back();
        place = container.kind == LocatedJson::Kind::List ? &container.elements.emplace_back()
                                                          : &container.members.back().value;
    }
    place->kind = kind;
    place->line = line();
    place->scalar = std::move(scalar);
    return place;
}

bool TreeBuilder::open(LocatedJson::Kind kind) {
    if (open_.size() >= limits_.depth)
        return stop(ImportFault::TooDeep, std::to_string(limits_.depth));
    LocatedJson* place = add(kind, {});
    if (place)
        open_.push_back(place);
    return place != nullptr;
}

bool TreeBuilder::key(std::string& name) {
    LocatedJson& object = *open_.back();
    if (object.members.size() >= limits_.membersPerObject)
        return stop(ImportFault::TooLarge, std::to_string(limits_.membersPerObject));
    if (object.find(name))
        problems_.push_back({file_, line(), ImportFault::RepeatedKey, name, {}});
    object.members.push_back({std::move(name), line(), {}});
    return true;
}

bool isUtf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

std::size_t firstLineNotUtf8(std::string_view text) {
    std::size_t line = 1;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        if (!isUtf8(text.substr(0, end)))
            return line;
        text.remove_prefix(end + 1);
        ++line;
    }
    return line;
}

nlohmann::ordered_json plainJson(const LocatedJson& value) {
    switch (value.kind) {
    case LocatedJson::Kind::Null:
        return nullptr;
    case LocatedJson::Kind::Boolean:
        return std::get<bool>(value.scalar);
    case LocatedJson::Kind::Integer:
        return std::get<std::int64_t>(value.scalar);
    case LocatedJson::Kind::Real:
        return std::get<double>(value.scalar);
    case LocatedJson::Kind::Text:
        return std::get<std::string>(value.scalar);
    case LocatedJson::Kind::List: {
        auto list = nlohmann::ordered_json::array();
        for (const LocatedJson& element : value.elements)
            list.push_back(plainJson(element));
        return list;
    }
    case LocatedJson::Kind::Object: {
        auto object = nlohmann::ordered_json::object();
        for (const JsonMember& member : value.members)
            object[member.key] = plainJson(member.value);
        return object;
    }
    }
    return nullptr;
}

} // namespace

const LocatedJson* LocatedJson::find(std::string_view key) const {
    const auto at = std::find_if(members.begin(), members.end(),
                                 [key](const JsonMember& member) { return member.key == key; });
    return at == members.end() ? nullptr : &at->value;
}

std::optional<LocatedJson> readLocatedJson(const std::string& file, std::string_view text,
                                           const JsonLimits& limits, std::vector<ImportProblem>& problems) {
    if (text.size() > limits.bytes) {
        problems.push_back({file, 0, ImportFault::TooLarge, {}, std::to_string(limits.bytes)});
        return std::nullopt;
    }
    if (!isUtf8(text)) {
        problems.push_back({file, firstLineNotUtf8(text), ImportFault::NotUtf8, {}, {}});
        return std::nullopt;
    }
    TreeBuilder builder(file, text, limits, problems);
    const CountingIterator begin(text.data(), builder.taken());
    const CountingIterator end(text.data() + text.size(), builder.taken());
    if (!nlohmann::json::sax_parse(begin, end, &builder))
        return std::nullopt;
    return std::move(builder.root());
}

std::string compactJson(const LocatedJson& value) {
    return plainJson(value).dump();
}

} // namespace lianxin::domain
