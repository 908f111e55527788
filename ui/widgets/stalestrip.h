#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace quarterdeck {

class PlainLabel;

/// A strip above what it speaks of: "am-eu: stale since 14:31 – needs sign-in", one line or as many as it takes. Hidden while there is
/// nothing to say.
class StaleStrip final : public QWidget {
    Q_OBJECT

public:
    explicit StaleStrip(const Theme &theme, QWidget *parent = nullptr);
    /// An empty sentence hides the strip; `button` empty: none.
    void setSentence(const QString &sentence, const QString &button = {});
    /// Warning by default; Critical where nothing at all can be believed.
    void setToken(Token token);
    /// One line in every width, its end in the tooltip: for what is no warning and must not push what lies below.
    void setOneLine();

signals:
    /// The button was pressed.
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Token m_token = Token::Warning;
    PlainLabel *m_label;
    QPushButton *m_button;
};

} // namespace quarterdeck
