#pragma once

#include "ui/shell/overlay.h"

#include <QList>

class QAction;
class QGridLayout;
class QScrollArea;

namespace quarterdeck {

/// The keys that work now: those of the page and those of the window.
class HelpOverlay final : public Overlay {
    Q_OBJECT

public:
    HelpOverlay(const Theme &theme, QWidget *window);
    struct Group {
        QString title;
        QList<QAction *> actions;
    };
    /// Shows these groups of keys.
    void openWith(const QList<Group> &groups);

private:
    QScrollArea *m_scroll;
};

} // namespace quarterdeck
