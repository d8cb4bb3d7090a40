// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that no program of ours sends, each with the fault that it must be refused with.
#pragma once

#include <string>
#include <vector>

namespace lianxin::tests {

struct HostileCase {
    std::string name;
    std::string json;
    std::string fault; ///< its kind and its place
};

std::vector<HostileCase> hostileCases();

/// A push of one group with these members.
std::string pushOf(const std::string& group);

/// A group of one covered note with these further members.
std::string oneNote(const std::string& more);

/// The same with these columns of values, and with these tables of writes.
std::string fields(const std::string& columns);
std::string own(const std::string& tables);

/// A group of one record of kinds with these columns.
std::string kinds(const std::string& columns);

std::string repeated(const std::string& text, std::size_t times);

/// A group of covered notes, as short as one can be, with this column.
std::string manyRows(std::size_t rows, const std::string& column);

} // namespace lianxin::tests
