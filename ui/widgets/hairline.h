#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

/// A one pixel separator.
class Hairline final : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(const Theme &theme, Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace quarterdeck
