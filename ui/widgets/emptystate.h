#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace quarterdeck {

class PlainLabel;

/// What a page shows instead of nothing: a sentence, what to do about it, and at most one button. Also the loading and error state.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);
    /// `icon` of resources/icons or empty; `button` empty: none.
    void set(const QString &icon, const QString &sentence, const QString &whatToDo = {}, const QString &button = {});
    QSize minimumSizeHint() const override;

signals:
    /// The button was pressed.
    void activated();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshLook();
    void fitText();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    PlainLabel *m_sentence;
    PlainLabel *m_whatToDo;
    QPushButton *m_button;
};

} // namespace quarterdeck
