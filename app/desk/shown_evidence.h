// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence that a person opened: its picture, large, or the way to a copy of it. What is not here yet is
// asked for by being opened.
#pragma once

#include "app/desk/evidence_facts.h"
#include "app/window/store_link.h"

#include <QImage>
#include <QVariant>

namespace lianxin::desk {

class ShownEvidence : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString by READ by NOTIFY changed)
    Q_PROPERTY(QDateTime at READ at NOTIFY changed)
    Q_PROPERTY(qint64 bytes READ bytes NOTIFY changed)
    Q_PROPERTY(qint64 stored READ stored NOTIFY changed)
    Q_PROPERTY(QString standing READ standing NOTIFY changed)
    Q_PROPERTY(bool here READ isHere NOTIFY changed)
    Q_PROPERTY(Drawing drawing READ drawing NOTIFY changed)
    Q_PROPERTY(QVariant picture READ picture NOTIFY changed)
    Q_PROPERTY(Copy copy READ copy NOTIFY changed)
    Q_PROPERTY(QString copiedTo READ copiedTo NOTIFY changed)

public:
    enum Drawing {
        NoPicture, ///< it is none, or not here yet
        Working,
        Drawn,
        NotDrawable, ///< broken, or too large to be shown here; it can be saved
    };
    Q_ENUM(Drawing)
    enum Copy { NoCopy, Copying, Copied, FolderFailed, SourceFailed };
    Q_ENUM(Copy)

    /// The link outlives it.
    explicit ShownEvidence(window::StoreLink& store) : store_(store) {}

    /// Empty: nothing is open.
    QString id() const { return item_.id; }
    QString kind() const { return item_.kind; }
    QString description() const { return item_.description; }
    QString fileName() const { return item_.fileName; }
    QString by() const { return item_.by; }
    QDateTime at() const { return item_.at; }
    qint64 bytes() const { return item_.bytes; }
    qint64 stored() const { return item_.stored; }
    QString standing() const { return item_.standing; }
    bool isHere() const { return !item_.id.isEmpty() && item_.isHere(); }
    Drawing drawing() const { return drawing_; }
    QVariant picture() const { return picture_; }
    Copy copy() const { return copy_; }
    QString copiedTo() const { return copiedTo_; }

    void open(const EvidenceItem& item);
    /// News of what is open; of anything else nothing happens.
    void take(const EvidenceItem& item);
    Q_INVOKABLE void close();
    /// Writes it into the folder, beside what lies there and never over it.
    Q_INVOKABLE void saveCopy(const QString& folder);

signals:
    void changed();
    /// It was not here and is being fetched now.
    void asked();

private:
    void want();
    void draw();
    void takePicture(const QImage& picture);
    void endCopy(Copy copy, const QString& path);

    window::StoreLink& store_;
    EvidenceItem item_;
    Drawing drawing_ = NoPicture;
    QImage picture_;
    Copy copy_ = NoCopy;
    QString copiedTo_;
};

} // namespace lianxin::desk
