// SPDX-License-Identifier: GPL-3.0-or-later
// A FHIR R4 QuestionnaireResponse as lines to be read. No Qt.
#pragma once

#include <string>
#include <vector>

namespace lianxin::desk {

struct Answered {
    std::string heading; ///< of a group; then the rest is empty
    std::string question;
    std::string answer;
    int ordinal = 0;    ///< of a chosen option; 0: it has none
    bool typed = false; ///< in the person's own words
};

/// In the order of the form; nothing where the text is no such response.
std::vector<Answered> answersOf(const std::string& responseJson);

} // namespace lianxin::desk
