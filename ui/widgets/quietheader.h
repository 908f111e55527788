#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace quarterdeck {

/// The column titles of a QuietTable: each stands where its rows' words do, figures at the right.
class QuietHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit QuietHeader(const Theme &theme, QWidget *parent = nullptr);
    /// How far the words of the first column stand in from its padding, where a shape comes before them. Units: pixels.
    void setFirstInset(int pixels);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;

private:
    bool isFigure(int column) const;

    const Theme &m_theme;
    int m_firstInset = 0;
};

} // namespace quarterdeck
