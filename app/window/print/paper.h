// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on paper: a title, facts under it, and a table over as many pages of A4 as it needs. The table's
// head stands on every page; a row goes over to the next page whole, unless no page could hold it.
#pragma once

#include <QIODevice>
#include <QStringList>

#include <vector>

namespace lianxin::window {

struct Paper {
    struct Column {
        QString head;
        qreal share = 1; ///< of the width, against the other columns
    };

    QString title;
    QStringList facts;
    std::vector<Column> columns;
    std::vector<QStringList> rows; ///< a text for each column
    QString foot;                  ///< on every page, beside its number
    QString family;                ///< of the letters
    qreal letters = 10;            ///< points
    bool landscape = false;
};

/// Writes a PDF. Any thread. Gives the number of pages; 0: it could not be written.
int writePaper(const Paper& paper, QIODevice& file);

} // namespace lianxin::window
