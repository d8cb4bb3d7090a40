// SPDX-License-Identifier: GPL-3.0-or-later
// One matter as a page shows it, read in one job. Also what a form of it starts from.
#pragma once

#include "app/desk/timeline_model.h"

#include <QMap>
#include <QStringList>

namespace lianxin::desk {

/// What the form holds of one field when it is opened.
struct FormField {
    QString text;
    std::vector<sync::Dot> base; ///< the writes that the page shows
};

struct MatterFacts {
    bool found = false;
    QString id;
    QMap<QString, QString> texts; ///< by field name: codes, texts, names of departments; nothing sealed
    QDateTime raisedAt;
    QDateTime complaintTime;
    QString departmentId;
    QString stage;
    bool provisional = false;
    bool anonymous = false;
    bool nameWithheld = false;
    bool unitWithheld = false;
    bool unnamed = false;
    bool hasName = false;
    bool hasPhone = false;
    QString sourceId; ///< of the survey response it was drawn from; empty otherwise
    QStringList missing;
    QStringList inConflict;
    std::vector<TimelineItem> timeline;
    QMap<QString, FormField> form; ///< of the fields that the desk writes
};

/// The fields of a matter that the desk writes.
const QStringList& formFields();

/// Runs on the device's thread; a fault of the storage finds nothing.
MatterFacts readMatter(store::Device& device, const std::string& id);

/// The texts of the sealed fields, opened: name first, then phone.
std::pair<QString, QString> openContact(store::Device& device, const std::string& id);

} // namespace lianxin::desk
