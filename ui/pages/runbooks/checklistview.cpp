#include "ui/pages/runbooks/checklistview.h"

#include "models/roles.h"
#include "ui/pages/runbooks/stepdelegate.h"

#include <QKeyEvent>

namespace quarterdeck {

ChecklistView::ChecklistView(const Theme &theme, StepDelegate *delegate, QWidget *parent)
    : QListView(parent)
    , m_delegate(delegate)
{
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

QString ChecklistView::currentStep() const
{
    return currentIndex().isValid() ? currentIndex().data(KeyRole).toString() : QString();
}

void ChecklistView::setCurrentRow(int row)
{
    if (model() != nullptr && row >= 0) {
        setCurrentIndex(model()->index(row, 0));
        scrollTo(currentIndex());
    }
}

void ChecklistView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_Space || (m_singleKeys && event->key() == Qt::Key_X))) {
        if (!currentStep().isEmpty()) {
            emit tickWanted(currentStep());
        }
        return;
    }
    if (isPlain && m_singleKeys && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QListView::keyPressEvent(&arrow);
        return;
    }
    QListView::keyPressEvent(event);
}

void ChecklistView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && !index.data(IsGroupRole).toBool()
        && m_delegate->boxOf(visualRect(index), index).adjusted(-6, -6, 6, 6).contains(event->position().toPoint())) {
        emit tickWanted(index.data(KeyRole).toString());
    }
    QListView::mouseReleaseEvent(event);
}

void ChecklistView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void ChecklistView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentStepChanged(currentStep());
}

} // namespace quarterdeck
