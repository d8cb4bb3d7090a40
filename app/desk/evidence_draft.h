// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence that is being added to a matter: a file of this machine, and a line that says what it shows. It
// keeps what was typed until it is saved, whatever goes wrong with the file.
#pragma once

#include "app/desk/evidence_facts.h"
#include "app/window/store_link.h"

#include <QImage>
#include <QVariant>

#include <memory>

namespace lianxin::desk {

class EvidenceDraft : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(bool hasFile READ hasFile NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(qint64 bytes READ bytes NOTIFY changed)
    Q_PROPERTY(QVariant picture READ picture NOTIFY changed)
    Q_PROPERTY(QString description READ description WRITE setDescription NOTIFY changed)
    Q_PROPERTY(bool reading READ isReading NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(Fault fault READ fault NOTIFY changed)
    Q_PROPERTY(int mostMegabytes READ mostMegabytes CONSTANT)

public:
    /// The first as SaveFaultWord; the others are faults of the file.
    enum Fault {
        NoFault,
        DiskFull,
        DiskFailed,
        NotAccepted,
        Missing,
        NoFile,
        Unreadable,
        Empty,
        TooLarge,
        OtherKind
    };
    Q_ENUM(Fault)

    /// The link outlives it.
    explicit EvidenceDraft(window::StoreLink& store) : store_(store) {}

    /// Of the file that was chosen last, whether it can be evidence or not.
    QString fileName() const;
    bool hasFile() const { return file_ != nullptr; }
    QString kind() const;
    qint64 bytes() const { return file_ ? static_cast<qint64>(file_->size()) : 0; }
    /// Where it is a photo, a small picture of it.
    QVariant picture() const { return picture_; }
    QString description() const { return description_; }
    void setDescription(const QString& description);
    bool isReading() const { return reading_; }
    bool isSaving() const { return saving_; }
    Fault fault() const { return fault_; }
    int mostMegabytes() const;

    /// For this matter from here on; what was meant for another is given up.
    void open(const QString& matter);
    /// Reads the file, which is kept as it is now: a stick may be gone when it is saved.
    Q_INVOKABLE void choose(const QString& path);
    Q_INVOKABLE void save();

signals:
    void changed();
    void saved();

private:
    struct Chosen {
        std::shared_ptr<const std::string> bytes;
        QImage picture;
        Fault fault = NoFault;
    };

    static Chosen readFile(const QString& path);
    void take(const Chosen& chosen);
    void give(Fault fault);
    void forget();

    window::StoreLink& store_;
    QString matter_;
    QString path_;
    std::shared_ptr<const std::string> file_;
    QImage picture_;
    QString description_;
    bool reading_ = false;
    bool saving_ = false;
    Fault fault_ = NoFault;
};

} // namespace lianxin::desk
