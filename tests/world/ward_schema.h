// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small hospital of the tests' own: a content type with a field of every merge rule, an event type that the
// hub judges, and the rules by which it does. Small enough to be held in one's head, and complete: a step can
// close a note, open it again, or move it to another ward, so that an event decides who sees what.

#include "sync/blobs/blob_address.h"
#include "sync/hub/rules.h"

#include <string>
#include <string_view>

namespace lianxin::world {

inline constexpr std::string_view noteType = "note";
inline constexpr std::string_view stepType = "step";
inline constexpr std::string_view pictureType = "picture";

/// note: ward and title (Once), phone (Latest), text (Versions), tags (Set), number (given by the hub).
/// step: note (the parent), kind, target (Once); place, effective, without_effect_because (given by the hub).
/// picture: note (the parent), image (Once, the address of a blob).
const sync::Schema& wardSchema();
/// The same after an update of the program: a note has a further `mood` (Latest), and there are `memo`
/// records.
const sync::Schema& newerWardSchema();

/// What the steps of a note have made of it.
struct NoteState {
    bool closed = false;
    std::string ward; ///< where a step moved it; empty: where it was written
};

NoteState noteStateFrom(std::string_view text);
std::string toText(const NoteState& state);
/// Carries the state on and tells whether the step has an effect: what is closed can only be opened again.
bool takeStep(NoteState& state, std::string_view kind, std::string_view target);

class WardRules final : public sync::HubRules {
public:
    /// Notes with this title are refused, until a test sets another one.
    std::string refusedTitle = "poison";
    std::string refusedType; ///< records of this type are refused, too

    std::optional<sync::Refusal> refuse(std::string_view role, const sync::Record& record,
                                        bool isNew) const override;
    std::optional<sync::Scope> scopeNeeded(std::string_view role, const sync::Record& record) const override;
    std::vector<sync::Scope> scopesOf(const sync::Record& record, std::string_view state) const override;
    std::optional<sync::ScopeOrigin> originOf(const sync::Scope& scope) const override;
    bool isEvent(const sync::RecordType& type) const override;
    sync::Judgement judge(const sync::Record& event, const sync::Record& parent,
                          std::string& state) const override;
};

/// A note that was not saved yet. The schema is one of the two above.
sync::Record noteDraft(const sync::Schema& schema, std::string_view ward, std::string_view title);
sync::Record stepDraft(const sync::Schema& schema, const sync::Uuid& note, std::string_view kind,
                       std::string_view target);
sync::Record pictureDraft(const sync::Schema& schema, const sync::Uuid& note, const sync::BlobAddress& image);
/// Sets what is shown of a field of a draft.
void setShown(sync::Record& draft, std::string_view field, sync::Value value);

} // namespace lianxin::world
