#include "ui/shell/regions.h"

#include <QApplication>
#include <QWidget>

namespace quarterdeck {

namespace {

bool takesFocus(const QWidget *widget, const QWidget *region)
{
    return widget->isVisibleTo(region) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

// What had the focus last, else the first that Tab would reach.
QWidget *entryOf(QWidget *region)
{
    QWidget *last = region->focusWidget();
    if (last != nullptr && last != region && takesFocus(last, region)) {
        return last;
    }
    for (QWidget *one = region->nextInFocusChain(); one != region; one = one->nextInFocusChain()) {
        if (region->isAncestorOf(one) && takesFocus(one, region)) {
            return one;
        }
    }
    return nullptr;
}

} // namespace

void goToRegion(const QList<QWidget *> &regions, bool forward)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto here = std::find_if(regions.begin(), regions.end(),
        [focus](const QWidget *region) { return focus != nullptr && (region == focus || region->isAncestorOf(focus)); });
    const auto count = regions.size();
    const auto start = here == regions.end() ? (forward ? count - 1 : 0) : here - regions.begin();
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget *region = regions.at((start + (forward ? step : count - step)) % count);
        QWidget *entry = region->isVisible() ? entryOf(region) : nullptr;
        if (entry != nullptr) {
            entry->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace quarterdeck
