#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace quarterdeck {

class PlainLabel;

/// A line to type into that appears when something is asked, and goes with Enter or Escape.
class InputRow final : public QWidget {
    Q_OBJECT

public:
    InputRow(const Theme &theme, QWidget *parent = nullptr);
    /// Asks; `needsText` refuses an empty answer.
    void ask(const QString &question, const QString &text, bool needsText);

signals:
    /// Enter, with the text.
    void answered(const QString &text);
    /// Escape.
    void cancelled();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    PlainLabel *m_question;
    QLineEdit *m_line;
    bool m_needsText = false;
};

} // namespace quarterdeck
