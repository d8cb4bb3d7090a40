// SPDX-License-Identifier: GPL-3.0-or-later
// Hands a paper to the machine's printer, or keeps it as a file where there is none. It belongs to the window
// and lives as long; one paper at a time.
#pragma once

#include "app/window/print/paper.h"

#include <QDir>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QVariantMap>

namespace lianxin::window {

class Printing : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool hasPrinter READ hasPrinter NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString file READ file NOTIFY changed)

public:
    enum State {
        Idle,
        Working,
        Printed,    ///< the printer has it
        KeptAsFile, ///< no printer took it; the file is there
        Failed,     ///< neither
    };
    Q_ENUM(State)
    /// What becomes of the file once a printer has it.
    enum class File { Kept, Removed };

    /// Papers are written into the folder, which is made when it is needed. Where files are removed one that
    /// no printer took is removed too.
    Printing(const QDir& folder, File file);

    /// The machine has a printer that takes what names no other, as far as look() knows.
    bool hasPrinter() const { return hasPrinter_; }
    State state() const { return state_; }
    /// Of the last paper, with its path, while there is one.
    QString file() const { return file_; }

    /// Asks the machine for its printer.
    Q_INVOKABLE void look();
    /// `paper`: title, facts, heads, shares, rows, foot, family, letters, landscape, as Paper has them.
    /// `name`: of the file, without ending. Nothing happens while another paper is at work.
    Q_INVOKABLE void print(const QVariantMap& paper, const QString& name);
    /// What became of the last paper was read.
    Q_INVOKABLE void dismiss();

signals:
    void changed();

private:
    void handOver();
    void end(bool printed);
    void set(State state);

    QDir folder_;
    File keep_;
    bool hasPrinter_ = false;
    State state_ = Idle;
    QString file_;
    QProcess asking_;
    QProcess handing_;
    QTimer patience_;
};

} // namespace lianxin::window
