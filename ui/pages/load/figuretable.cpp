#include "ui/pages/load/figuretable.h"

#include "app/core/text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/spokenrows.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <numeric>

namespace quarterdeck {

FigureTable::FigureTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSpokenRows(this, QAccessible::List,
        {[] { return 0; }, [this] { return rowCount(); }, [this] { return m_current < rowCount() ? m_current : -1; },
            [this](int row) { return rowText(row); },
            [this](int row) { return QRect(0, int(cellRect(row, 0).top()), width(), m_theme.rowHeight()); }});
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void FigureTable::setColumns(const QStringList &names, const QList<int> &widths)
{
    m_names = names;
    m_widths = widths;
    update();
}

void FigureTable::setRows(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    for (Row &row : m_rows) {
        for (Cell &cell : row) {
            cell.text = text::plain(cell.text, 200);
        }
    }
    setCurrent(std::min(m_current, std::max(0, rowCount() - 1)));
    updateGeometry();
    update();
}

QString FigureTable::cellText(int row, int column) const
{
    const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < int(m_rows[size_t(row)].size());
    return isThere ? m_rows[size_t(row)][size_t(column)].text : QString();
}

QSize FigureTable::sizeHint() const
{
    return {240, headHeight() + rowCount() * m_theme.rowHeight() + 1};
}

bool FigureTable::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        const bool isHandled = QWidget::event(event);
        if (event->type() == QEvent::FocusIn) {
            tellCurrentRow(this);
        }
        return isHandled;
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    if (row >= 0) {
        QToolTip::showText(help->globalPos(), text::tooltip(cellText(row, 0)), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

void FigureTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto align = [](int column) { return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter; };
    painter.setFont(m_theme.font(TypeFace::Caption));
    painter.setPen(m_theme.color(Token::Muted));
    for (int column = 0; column < int(m_names.size()); ++column) {
        paintElided(painter, cellRect(-1, column), m_names[column], align(column));
    }
    paintHairline(painter, QRectF(0, 0, width(), headHeight()), m_theme);
    painter.setFont(m_theme.font(TypeFace::Body));
    for (int row = 0; row < rowCount(); ++row) {
        const QRectF line(0, cellRect(row, 0).top(), width(), m_theme.rowHeight());
        if (hasFocus() && row == m_current) {
            paintRowGround(painter, line.adjusted(0, 0, 0, -1), true, true, m_theme);
        }
        for (int column = 0; column < int(m_rows[size_t(row)].size()); ++column) {
            const Cell &cell = m_rows[size_t(row)][size_t(column)];
            painter.setPen(m_theme.color(cell.token));
            const QRectF box = cellRect(row, column);
            if (column == 0) {
                paintElided(painter, hasFocus() ? box.adjusted(6, 0, 0, 0) : box, cell.text);
            } else {
                paintFigures(painter, box, cell.text);
            }
        }
        paintHairline(painter, line, m_theme);
    }
}

void FigureTable::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (row >= 0) {
        setCurrent(row);
        emit activated(row);
    }
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_J:
        setCurrent(std::min(m_current + 1, rowCount() - 1));
        break;
    case Qt::Key_Up:
    case Qt::Key_K:
        setCurrent(std::max(m_current - 1, 0));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (rowCount() > 0) {
            emit activated(m_current);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

QRectF FigureTable::cellRect(int row, int column) const
{
    const int all = std::max(1, std::accumulate(m_widths.begin(), m_widths.end(), 0));
    qreal left = 0;
    for (int i = 0; i < column && i < int(m_widths.size()); ++i) {
        left += qreal(width()) * m_widths[i] / all;
    }
    const qreal wide = column < int(m_widths.size()) ? qreal(width()) * m_widths[column] / all : 0;
    const qreal top = row < 0 ? 0 : headHeight() + row * m_theme.rowHeight();
    return {left, top, wide - (column == 0 ? 8 : 0), qreal(row < 0 ? headHeight() - 1 : m_theme.rowHeight() - 1)};
}

int FigureTable::rowAt(int y) const
{
    const int row = (y - headHeight()) / std::max(1, m_theme.rowHeight());
    return y >= headHeight() && row < rowCount() ? row : -1;
}

int FigureTable::headHeight() const
{
    return QFontMetrics(m_theme.font(TypeFace::Caption)).height() + 12;
}

void FigureTable::setCurrent(int row)
{
    m_current = std::max(0, row);
    tellCurrentRow(this);
    update();
}

QString FigureTable::rowText(int row) const
{
    QStringList words;
    for (int column = 0; row < rowCount() && column < int(m_names.size()); ++column) {
        words << m_names[column] + u' ' + cellText(row, column);
    }
    return phrases::list(words);
}

} // namespace quarterdeck
