#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

class PlainLabel;

/// A fact of a header: a small caption above its value, with where it comes from on hover.
class FactLabel final : public QWidget {
    Q_OBJECT

public:
    FactLabel(const Theme &theme, const QString &caption, QWidget *parent = nullptr);
    /// An empty value hides the fact.
    void set(const QString &value, const QString &provenance, Token token = Token::Text);

private:
    const Theme &m_theme;
    QString m_caption;
    PlainLabel *m_value;
};

} // namespace quarterdeck
