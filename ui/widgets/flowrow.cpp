#include "ui/widgets/flowrow.h"

#include <QStyle>
#include <QWidget>

#include <vector>

namespace quarterdeck {

namespace {
constexpr int LeastRow = 120;
}

FlowRow::FlowRow(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowRow::~FlowRow()
{
    qDeleteAll(m_items);
}

void FlowRow::clear()
{
    while (QLayoutItem *item = takeAt(0)) {
        // Deleted later: it may be the chip whose click led here.
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    invalidate();
}

void FlowRow::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowRow::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem *FlowRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowRow::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), true);
}

QSize FlowRow::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items) {
        width += item->sizeHint().width() + m_gap;
    }
    return {width, minimumSize().height()};
}

QSize FlowRow::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    // An item that is wider than a row is cut: a long name must not widen what is around it.
    return {std::min(size.width(), LeastRow), size.height()};
}

void FlowRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, false);
}

int FlowRow::arrange(const QRect &rect, bool isDryRun) const
{
    const bool isMirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    int x = rect.left();
    int y = rect.top();
    int rowHeight = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> row;
    const auto endRow = [&] {
        for (const auto &[item, place] : row) {
            // In the middle of the highest: a field may stand among chips.
            const QRect middle = place.translated(0, (rowHeight - place.height()) / 2);
            item->setGeometry(isMirrored ? QStyle::visualRect(Qt::RightToLeft, rect, middle) : middle);
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        const QSize hint = item->sizeHint();
        const int width = std::min(hint.width(), std::max(rect.width(), 24));
        if (x > rect.left() && x + width > rect.right() + 1) {
            endRow();
            x = rect.left();
            y += rowHeight + m_gap;
            rowHeight = 0;
        }
        if (!isDryRun) {
            row.emplace_back(item, QRect(x, y, width, hint.height()));
        }
        x += width + m_gap;
        rowHeight = std::max(rowHeight, hint.height());
    }
    endRow();
    return y + rowHeight - rect.top();
}

} // namespace quarterdeck
