// SPDX-License-Identifier: GPL-3.0-or-later
// The patient complaint register book (病人投诉处理登记本, R-127; its columns: R-128, D-01): the matters of a
// list, by running number, as rows for paper.
#pragma once

#include "app/desk/inbox.h"

#include <QVariantList>

namespace lianxin::desk {

class RegisterBook : public QObject {
    Q_OBJECT
    Q_PROPERTY(int most READ most CONSTANT)

public:
    /// The link outlives it.
    explicit RegisterBook(window::StoreLink& store) : store_(store) {}

    /// A longer list is narrowed before it is printed: nobody reads so much paper.
    int most() const { return 2000; }
    /// Reads the matters of the list, of which there are not more than `most`. The answer comes by read().
    Q_INVOKABLE void ask(lianxin::desk::Inbox* matters);

signals:
    /// Maps of number, at, name, anonymous, withheld, origin, kind, department, respondent, problem, demand
    /// and stage: codes as they stand in records, texts as they were written.
    void read(const QVariantList& rows);

private:
    window::StoreLink& store_;
};

} // namespace lianxin::desk
