// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/print/paper.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <numeric>

namespace lianxin::window {

namespace {

constexpr int dotsAnInch = 600;
constexpr qreal marginMillimetres = 15;

/// Lines of one row that stand on one page.
struct Strip {
    std::size_t row = 0;
    qsizetype first = 0;
    qsizetype count = 0;
    qreal y = 0;
};

struct Page {
    std::vector<Strip> strips;
    qreal end = 0;
};

QStringList brokenInto(const QString& text, const QFont& font, QPaintDevice& device, qreal width) {
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font, &device);
        QTextOption wrap;
        wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrap);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()));
        }
        layout.endLayout();
    }
    return lines;
}

class Press {
public:
    Press(const Paper& paper, QPdfWriter& writer)
        : paper_(paper), writer_(writer), plain_(fontOf(1, QFont::Normal)), bold_(fontOf(1, QFont::Bold)) {}

    int print() {
        placeColumns();
        breakRows();
        layOut();
        if (!painter_.begin(&writer_))
            return 0;
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            if (page > 0 && !writer_.newPage())
                return 0;
            draw(page);
        }
        return painter_.end() ? static_cast<int>(pages_.size()) : 0;
    }

private:
    QFont fontOf(qreal times, QFont::Weight weight) const {
        QFont font(paper_.family);
        font.setPointSizeF(paper_.letters * times);
        font.setWeight(weight);
        return font;
    }
    qreal lineOf(const QFont& font) const { return QFontMetricsF(font, &writer_).lineSpacing(); }
    qreal gap() const { return lineOf(plain_) * 0.4; }
    qreal width() const { return writer_.width(); }
    /// Where the last row must end: under it stand a rule and the foot.
    qreal bottom() const { return writer_.height() - lineOf(plain_) - 2 * gap(); }

    void placeColumns() {
        const qreal all =
            std::accumulate(paper_.columns.begin(), paper_.columns.end(), qreal(0),
                            [](qreal sum, const Paper::Column& column) { return sum + column.share; });
        qreal x = 0;
        for (const Paper::Column& column : paper_.columns) {
            columns_.emplace_back(x, width() * column.share / all - gap());
            x += width() * column.share / all;
        }
    }

    void breakRows() {
        for (const QStringList& row : paper_.rows) {
            std::vector<QStringList> cells;
            for (std::size_t i = 0; i < columns_.size(); ++i)
                cells.push_back(
                    brokenInto(row.value(static_cast<qsizetype>(i)), plain_, writer_, columns_[i].second));
            cells_.push_back(std::move(cells));
        }
    }

    qreal headHeight() const {
        return lineOf(fontOf(2, QFont::Bold)) + static_cast<qreal>(paper_.facts.size()) * lineOf(plain_) +
               3 * gap();
    }
    qreal tableHeadHeight() const { return lineOf(bold_) + 2 * gap(); }

    void layOut() {
        pages_.push_back({{}, headHeight() + tableHeadHeight()});
        const qreal line = lineOf(plain_);
        const qreal wholePage = bottom() - tableHeadHeight();
        for (std::size_t row = 0; row < cells_.size(); ++row) {
            qsizetype lines = 1;
            for (const QStringList& cell : cells_[row])
                lines = std::max(lines, cell.size());
            const qreal height = static_cast<qreal>(lines) * line + 2 * gap();
            if (pages_.back().end + std::min(height, wholePage) > bottom())
                pages_.push_back({{}, tableHeadHeight()});
            for (qsizetype first = 0; first < lines;) {
                if (first > 0)
                    pages_.push_back({{}, tableHeadHeight()});
                Page& page = pages_.back();
                const auto fit = static_cast<qsizetype>((bottom() - page.end - 2 * gap()) / line);
                const qsizetype count = std::clamp<qsizetype>(fit, 1, lines - first);
                page.strips.push_back({row, first, count, page.end});
                page.end += static_cast<qreal>(count) * line + 2 * gap();
                first += count;
            }
        }
    }

    void text(qreal x, qreal top, qreal most, const QFont& font, const QString& words,
              Qt::Alignment side = Qt::AlignLeft) {
        painter_.setFont(font);
        painter_.drawText(QRectF(x, top, most, lineOf(font)),
                          static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, words);
    }
    void rule(qreal y, qreal points) {
        painter_.setPen(QPen(Qt::black, points * dotsAnInch / 72));
        painter_.drawLine(QPointF(0, y), QPointF(width(), y));
    }

    void draw(std::size_t number) {
        qreal y = 0;
        if (number == 0) {
            const QFont large = fontOf(2, QFont::Bold);
            text(0, y, width(), large, paper_.title);
            y += lineOf(large) + gap();
            for (const QString& fact : paper_.facts) {
                text(0, y, width(), plain_, fact);
                y += lineOf(plain_);
            }
            y = headHeight();
        }
        for (std::size_t i = 0; i < columns_.size(); ++i)
            text(columns_[i].first, y, columns_[i].second, bold_, paper_.columns[i].head);
        rule(y + tableHeadHeight() - gap(), 1);
        for (const Strip& strip : pages_[number].strips)
            draw(strip);
        rule(bottom() + gap(), 0.5);
        const qreal foot = writer_.height() - lineOf(plain_);
        text(0, foot, width(), plain_, paper_.foot);
        text(0, foot, width(), plain_, QStringLiteral("%1 / %2").arg(number + 1).arg(pages_.size()),
             Qt::AlignRight);
    }

    void draw(const Strip& strip) {
        const qreal line = lineOf(plain_);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const QStringList lines = cells_[strip.row][i].mid(strip.first, strip.count);
            for (qsizetype at = 0; at < lines.size(); ++at)
                text(columns_[i].first, strip.y + static_cast<qreal>(at) * line, columns_[i].second, plain_,
                     lines[at]);
        }
        rule(strip.y + static_cast<qreal>(strip.count) * line + gap(), 0.25);
    }

    const Paper& paper_;
    QPdfWriter& writer_;
    QFont plain_;
    QFont bold_;
    QPainter painter_;
    std::vector<std::pair<qreal, qreal>> columns_; ///< where each begins, and its width
    std::vector<std::vector<QStringList>> cells_;  ///< by row and column, in lines
    std::vector<Page> pages_;
};

} // namespace

int writePaper(const Paper& paper, QIODevice& file) {
    QPdfWriter writer(&file);
    writer.setResolution(dotsAnInch);
    writer.setTitle(paper.title);
    writer.setPageLayout(QPageLayout(
        QPageSize(QPageSize::A4), paper.landscape ? QPageLayout::Landscape : QPageLayout::Portrait,
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
        QPageLayout::Millimeter));
    return Press(paper, writer).print();
}

} // namespace lianxin::window
