// SPDX-License-Identifier: GPL-3.0-or-later
// What the service office does at its desk, for the tour.
#pragma once

#include "app/device/tour/visit.h"

namespace lianxin::desk {
class Desk;
class Inbox;
} // namespace lianxin::desk

namespace lianxin::device {

class DeskVisit : public Visit {
public:
    DeskVisit(FaceWindow& face, Album& album);

    void look(const Look& look) { wear("desk", look); }
    /// Until the lists show what the device holds.
    void waitForLists(int matters);
    int matters() const;
    void lookAtLists();
    void search(const QString& words, int found);
    /// A matter's page and its form, with what is missing, and the question before leaving; nothing is saved.
    void lookAtMatter(const QString& id);
    /// Adds three files of the folder to a matter as evidence, after one that is refused.
    void addEvidence(const QString& id, const QString& folder);
    /// The evidence of a matter, how more is added, a photo opened, and where a copy may go.
    void lookAtEvidence(const QString& id);
    /// Opens a photo that was added at another desk: it comes.
    void fetchEvidence(const QString& id);
    void lookAtResponse();
    void lookAtSync();
    /// What a tablet saved on a stick goes to the hub.
    void bringFromStick(const QString& folder);
    /// The newest matter with these words.
    QString find(const QString& words);
    /// Writes the problem of a matter into the register's form, and keeps it unregistered.
    void writeProblem(const QString& id, const QString& words);
    /// Registers a matter; not before the three key elements are complete.
    void registerMatter(const QString& id);
    void lookAtVersions(const QString& id);
    /// Decides for a version of two.
    void decide(const QString& id);

private:
    void open(const QString& id);
    void choose(const char* file);
    void keep(int count);
    bool photosAreDrawn() const;
    void toMatters();

    desk::Desk& desk_;
};

} // namespace lianxin::device
