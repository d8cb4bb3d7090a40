// SPDX-License-Identifier: GPL-3.0-or-later
// A list of matters or of survey responses, newest first, live and as long as it may be. It knows the keys of
// all its rows and reads a row only when a page looks at it; until it came, the row is not loaded and shows
// nothing.
#pragma once

#include "app/desk/index_keeper.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QTimer>

#include <set>
#include <unordered_map>

namespace lianxin::desk {

class Inbox : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY queryChanged)
    Q_PROPERTY(State state READ state WRITE setState NOTIFY queryChanged)
    Q_PROPERTY(QString department READ department WRITE setDepartment NOTIFY queryChanged)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY queryChanged)
    Q_PROPERTY(bool filtered READ filtered NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool looking READ looking NOTIFY lookingChanged)

public:
    /// As StateGroup.
    enum State { All, Open, ToRegister, InHand, Finished, TwoVersions, OpinionWaits };
    Q_ENUM(State)
    enum Role {
        Id = Qt::UserRole,
        Loaded,
        Type,
        At,
        Kind,
        Stage,
        Provisional,
        Conflicts,
        Department,
        Origin,
        Number,
        Anonymous,
        HasOpinion,
        Linked,
        Score,
        Title
    };

    /// Both outlive it.
    Inbox(window::StoreLink& store, IndexKeeper& keeper, List list);

    QString kind() const { return QString::fromStdString(query_.kind); }
    void setKind(const QString& kind);
    State state() const { return static_cast<State>(query_.state); }
    void setState(State state);
    /// The id of one; empty: all.
    QString department() const;
    void setDepartment(const QString& id);
    QString words() const { return QString::fromStdString(query_.words); }
    void setWords(const QString& words);
    bool filtered() const;
    int count() const { return static_cast<int>(keys_.size()); }
    const std::vector<EntryKey>& keys() const { return keys_; }
    /// What is shown is not yet the answer to what was asked.
    bool looking() const { return looking_; }

    Q_INVOKABLE void clearFilters();
    /// Empty while the row is not loaded.
    Q_INVOKABLE QString idAt(int row) const;
    /// Where a record stands among the rows that were looked at; -1: nowhere.
    Q_INVOKABLE int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void queryChanged();
    void countChanged();
    void lookingChanged();
    /// The rows are those of the last question now.
    void answered();

private:
    struct ShownRow {
        KeyedEntry found;
        QString department;
        quint64 round = 0; ///< in which it was read
    };
    using Rows = std::vector<ShownRow>;

    void ask();
    void askSoon();
    void show(std::vector<EntryKey> keys);
    void want(int row) const;
    void fetch();
    void take(Rows rows, const std::set<int>& pages);
    static Rows read(store::Device& device, const std::vector<EntryKey>& keys);
    QVariant valueOf(const ShownRow& row, int role) const;

    window::StoreLink& store_;
    Query query_;
    std::vector<EntryKey> keys_;
    std::unordered_map<EntryKey, ShownRow> rows_;
    quint64 round_ = 0;
    quint64 question_ = 0;
    bool looking_ = false;
    QTimer typing_;
    // Looking at a row asks for it.
    mutable std::set<int> wantedPages_;
    mutable std::set<int> askedPages_;
    std::unique_ptr<QTimer> fetching_;
};

} // namespace lianxin::desk
