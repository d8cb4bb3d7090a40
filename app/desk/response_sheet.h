// SPDX-License-Identifier: GPL-3.0-or-later
// The survey response, or bedside visit, whose page stands open: questions with their answers, and the matter
// that its words open (P-31).
#pragma once

#include "app/desk/answers.h"
#include "app/desk/matter_sheet.h"

namespace lianxin::desk {

class ResponseSheet : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool found READ found NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QDateTime at READ at NOTIFY changed)
    Q_PROPERTY(QString department READ department NOTIFY changed)
    Q_PROPERTY(QString ward READ ward NOTIFY changed)
    Q_PROPERTY(QString origin READ origin NOTIFY changed)
    Q_PROPERTY(QString filledBy READ filledBy NOTIFY changed)
    Q_PROPERTY(QString opinion READ opinion NOTIFY changed)
    Q_PROPERTY(QString matter READ matter NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(lianxin::desk::MatterSheet::Fault fault READ fault NOTIFY savingChanged)

public:
    enum Role { Heading = Qt::UserRole, Question, Answer, Ordinal, Typed };

    /// The link outlives it.
    explicit ResponseSheet(window::StoreLink& store);

    QString id() const { return id_; }
    bool loaded() const { return loaded_; }
    bool found() const { return read_.found; }
    QString kind() const { return read_.kind; }
    QString title() const { return read_.title; }
    QDateTime at() const { return read_.at; }
    QString department() const { return read_.department; }
    QString ward() const { return read_.ward; }
    QString origin() const { return read_.origin; }
    QString filledBy() const { return read_.filledBy; }
    QString opinion() const { return read_.opinion; }
    /// The matter drawn from it; empty: none.
    QString matter() const { return read_.matter; }
    int count() const { return static_cast<int>(read_.lines.size()); }
    bool saving() const { return saving_; }
    MatterSheet::Fault fault() const { return fault_; }

    void open(const QString& id);
    /// Opens a matter with the person's words, or finds the one that is there: never a second one.
    Q_INVOKABLE void openMatter();

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void savingChanged();
    /// There is a matter of it.
    void matterOpened(const QString& id);

private:
    struct Read {
        bool found = false;
        QString kind, title, department, ward, origin, filledBy, opinion, matter;
        QDateTime at;
        std::vector<Answered> lines;
    };

    static Read read(store::Device& device, const std::string& id);
    static void readVisit(const sync::Record& visit, Read& read);
    static void readResponse(store::Device& device, const sync::Record& response, Read& read);
    void readAgain();

    window::StoreLink& store_;
    QString id_;
    bool loaded_ = false;
    Read read_;
    bool saving_ = false;
    MatterSheet::Fault fault_ = MatterSheet::NoFault;
};

} // namespace lianxin::desk
