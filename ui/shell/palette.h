#pragma once

#include "ui/pages/api/page.h"
#include "ui/shell/overlay.h"

#include <QTimer>

#include <functional>

class QLineEdit;
class QListView;

namespace quarterdeck {

class PaletteModel;

/// One line of the palette: a page, a verb or an object of a page.
struct PaletteLine {
    QString title;
    QString detail; ///< Faint: what kind of thing, where.
    QString key;    ///< Shown so that people learn it.
    QString icon;
    std::function<void()> run;
};

/// The command palette: type a few letters of anything, Enter runs it.
class CommandPalette final : public Overlay {
    Q_OBJECT

public:
    using Provider = std::function<std::vector<PaletteLine>(const QString &text)>;
    /// `provider` returns the lines for a text, best first.
    CommandPalette(const Theme &theme, QWidget *window, Provider provider);
    void openWith(const QString &text = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void runCurrent();
    void move(int by);
    void tellChosen();

    Provider m_provider;
    QLineEdit *m_edit;
    QListView *m_list;
    PaletteModel *m_model;
    QTimer m_pause;
};

} // namespace quarterdeck
