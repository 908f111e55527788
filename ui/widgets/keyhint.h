#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

/// A key in a small outlined box: "Ctrl K".
class KeyHint final : public QWidget {
    Q_OBJECT

public:
    KeyHint(const Theme &theme, const QString &key, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_key;
};

/// Draws a key box, right aligned in `rect`; returns its width.
qreal paintKeyBox(QPainter &painter, const QRectF &rect, const QString &key, const Theme &theme);

} // namespace quarterdeck
