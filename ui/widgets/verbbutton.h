#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

class QAction;

namespace quarterdeck {

/// A button that shows its key in faint text after its name. Primary is the one filled with the accent.
class VerbButton final : public QPushButton {
    Q_OBJECT

public:
    enum class Rank : quint8 { Primary, Secondary };
    VerbButton(const Theme &theme, const QString &text, const QString &key, Rank rank = Rank::Secondary, QWidget *parent = nullptr);
    /// A button of an action: text, key, enabled state and trigger come from it.
    VerbButton(const Theme &theme, QAction *action, Rank rank = Rank::Secondary, QWidget *parent = nullptr);
    void setRank(Rank rank);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_key;
    Rank m_rank = Rank::Secondary;
};

/// The text of an action without the marks of a menu: "Quit" of "&Quit\tCtrl+Q", and of the "Quit(&Q)" of languages without letters.
QString actionText(const QAction *action);
/// The key of an action as it is shown beside it: "a", "Ctrl+K".
QString keyText(const QAction *action);

} // namespace quarterdeck
