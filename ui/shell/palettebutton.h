#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace quarterdeck {

/// Looks like the field it opens: hint on the left, key on the right.
class PaletteButton final : public QPushButton {
    Q_OBJECT

public:
    PaletteButton(const Theme &theme, const QString &hint, const QString &key, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_key;
};

} // namespace quarterdeck
