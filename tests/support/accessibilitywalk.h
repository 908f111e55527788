#pragma once

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace quarterdeck {

/// How a widget is named in a finding.
inline QString widgetPath(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *w = widget; w != nullptr && path.size() < 4; w = w->parentWidget()) {
        path.prepend(QLatin1StringView(w->metaObject()->className()) + u'#' + w->objectName());
    }
    return path.join(QStringLiteral(" > "));
}

inline bool isWalked(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->focusProxy() == nullptr;
}

/// Focusable widgets that a screen reader has no name for. Empty is good.
inline QStringList namelessWidgets(QWidget &root)
{
    QStringList nameless;
    QList<QWidget *> all = root.findChildren<QWidget *>();
    all.prepend(&root);
    for (QWidget *widget : all) {
        if (!isWalked(widget)) {
            continue;
        }
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty()) {
            nameless += widgetPath(widget);
        }
    }
    return nameless;
}

/// A mouse does something there: what takes the focus, buttons, fields, and whatever shows a pointing hand. Not what lies inside another
/// target (the icons of a field), nor the handles of scroll bars, splitters and table heads.
inline bool isTarget(const QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled() || widget->visibleRegion().isEmpty()) {
        return false;
    }
    for (const char *whole : {"QLineEdit", "QAbstractSpinBox", "QComboBox"}) {
        if (widget->parentWidget() != nullptr && widget->parentWidget()->inherits(whole)) {
            return false;
        }
    }
    const bool isPressed = widget->inherits("QAbstractButton") && !widget->inherits("QTableCornerButton");
    return isWalked(widget) || isPressed || widget->inherits("QLineEdit") || widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox")
        || (widget->testAttribute(Qt::WA_SetCursor) && widget->cursor().shape() == Qt::PointingHandCursor);
}

/// Targets of a mouse smaller than a hand can hit, and rows of lists too low (24 x 24, WCAG 2.5.8). Empty is good.
inline QStringList tinyTargets(QWidget &root)
{
    QStringList tiny;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (isTarget(widget) && (widget->width() < 24 || widget->height() < 24)) {
            tiny += QStringLiteral("%1 is %2 x %3").arg(widgetPath(widget)).arg(widget->width()).arg(widget->height());
        }
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (view == nullptr || !view->isVisible() || view->model() == nullptr) {
            continue;
        }
        for (int row = 0; row < std::min(50, view->model()->rowCount(view->rootIndex())); ++row) {
            const QRect place = view->visualRect(view->model()->index(row, 0, view->rootIndex()));
            if (place.isValid() && place.height() < 24) {
                tiny += QStringLiteral("row %1 of %2 is %3 high").arg(row).arg(widgetPath(widget)).arg(place.height());
                break;
            }
        }
    }
    return tiny;
}

/// Presses Tab until the focus is back where it began: the widgets it visited. A trap shows as a short list that leaves others out.
inline QList<QWidget *> tabCircle(QWidget &window, int limit = 400)
{
    QList<QWidget *> visited;
    for (int i = 0; i < limit; ++i) {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (now == nullptr || visited.contains(now)) {
            break;
        }
        visited += now;
    }
    return visited;
}

/// Focusable widgets that Tab never reaches from anywhere, and places that it cannot leave. Empty is good.
/// The window must be active.
inline QStringList keyboardTraps(QWidget &window)
{
    QStringList findings;
    const QList<QWidget *> circle = tabCircle(window);
    if (circle.isEmpty()) {
        return {QStringLiteral("nothing takes the focus")};
    }
    if (circle.size() == 1) {
        findings += QStringLiteral("Tab stays in ") + widgetPath(circle.first());
    }
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!isWalked(widget) || widget->window() != &window || circle.contains(widget)) {
            continue;
        }
        // A page of radio buttons or the viewport of a visited view counts as visited.
        const bool isPart = std::any_of(circle.begin(), circle.end(), [widget](QWidget *seen) { return seen->isAncestorOf(widget); });
        const bool isInGroup = widget->inherits("QRadioButton");
        if (!isPart && !isInGroup) {
            findings += QStringLiteral("Tab never reaches ") + widgetPath(widget);
        }
    }
    return findings;
}

} // namespace quarterdeck
