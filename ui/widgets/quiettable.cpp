#include "ui/widgets/quiettable.h"

#include "ui/widgets/quietheader.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace quarterdeck {

QuietTable::QuietTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setHorizontalHeader(new QuietHeader(theme, this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    refreshMetrics();
    connect(&theme, &Theme::changed, this, &QuietTable::refreshMetrics);
}

QString QuietTable::currentKey(int role) const
{
    return currentIndex().isValid() ? currentIndex().data(role).toString() : QString();
}

void QuietTable::setHeadInset(int pixels)
{
    static_cast<QuietHeader *>(horizontalHeader())->setFirstInset(pixels);
}

void QuietTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = m_singleKeys && event->modifiers() == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QTableView::keyPressEvent(&arrow);
        return;
    }
    QTableView::keyPressEvent(event);
}

void QuietTable::refreshMetrics()
{
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    viewport()->update();
}

} // namespace quarterdeck
