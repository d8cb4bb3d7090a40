// SPDX-License-Identifier: GPL-3.0-or-later
// What a save at the ward writes, as records that belong together. Made on the device's thread from copies of
// what stands in the forms.
#pragma once

#include "app/window/form_shelf.h"

#include <optional>
#include <string>
#include <vector>

namespace lianxin::ward {

/// Who holds the tablet. The id is empty where nobody is chosen.
struct Writer {
    std::string id, role;
};

/// A bedside visit with its opinion form and the card. `outcome` is empty where only a
/// card was handed out.
struct VisitFacts {
    Writer writer;
    std::string ward, bed, stay, outcome, filledBy, language;
    bool cardHanded = false;
    /// The form and what was answered; both or none.
    std::optional<window::ActiveForm> form;
    std::optional<domain::FormAnswers> answers;
};

/// The visit, the filled form, the card, and for each text of the form a matter that is handed in (P-31).
std::vector<sync::Record> recordsOf(const VisitFacts& facts, store::Device& device);

/// What the first receiver took down, and what became of it on the spot.
struct EntryFacts {
    Writer writer;
    std::string ward, kind, content, place, respondent, wish, department, complainantType, name, phone,
        language;
    std::optional<sync::WallTime> happenedAt;
    bool settled = false; ///< answered on the spot; else led to the office
    std::string outcome;  ///< the answer, or why the office must take it up
    /// The head of a department was called: which one, the number, and the sentence about it.
    std::string calledDepartment, calledPhone, callNote;
};

std::vector<sync::Record> recordsOf(const EntryFacts& facts, store::Device& device);

} // namespace lianxin::ward
