#include "ui/widgets/quiettable.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace quarterdeck {

QuietTable::QuietTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
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
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    refreshMetrics();
    connect(&theme, &Theme::changed, this, &QuietTable::refreshMetrics);
}

QString QuietTable::currentKey(int role) const
{
    return currentIndex().isValid() ? currentIndex().data(role).toString() : QString();
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
    horizontalHeader()->setFont(m_theme.font(TypeFace::Caption));
    viewport()->update();
}

} // namespace quarterdeck
