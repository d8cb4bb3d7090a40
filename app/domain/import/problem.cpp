// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/problem.h"

#include <array>

namespace lianxin::domain {

namespace {

constexpr std::array<std::string_view, 27> importFaultNames{
    "missing-file",  "unknown-file",       "unreadable",
    "too-large",     "not-utf8",           "syntax",
    "too-deep",      "repeated-key",       "wrong-shape",
    "unknown-field", "missing-field",      "wrong-type",
    "bad-id",        "bad-time",           "repeated-id",
    "repeated-name", "dangling-reference", "circle",
    "unknown-code",  "too-long",           "not-plain-text",
    "out-of-range",  "not-a-phone",        "wrong-resource",
    "contradiction", "never-changes",      "erased"};

} // namespace

std::string_view nameOf(ImportFault fault) {
    return importFaultNames[static_cast<std::size_t>(fault)];
}

ImportFault importFaultOf(ContentFault fault) {
    switch (fault) {
    case ContentFault::Missing:
        return ImportFault::MissingField;
    case ContentFault::WrongType:
        return ImportFault::WrongType;
    case ContentFault::UnknownCode:
        return ImportFault::UnknownCode;
    case ContentFault::TooLong:
        return ImportFault::TooLong;
    case ContentFault::NotPlainText:
        return ImportFault::NotPlainText;
    case ContentFault::NotJson:
        return ImportFault::Syntax;
    case ContentFault::OutOfRange:
        return ImportFault::OutOfRange;
    case ContentFault::NotAPhone:
        return ImportFault::NotAPhone;
    case ContentFault::WrongResource:
        return ImportFault::WrongResource;
    case ContentFault::Contradiction:
        return ImportFault::Contradiction;
    }
    return ImportFault::Syntax;
}

} // namespace lianxin::domain
