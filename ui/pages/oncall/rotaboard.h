#pragma once

#include "ui/pages/oncall/oncallwords.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>

namespace quarterdeck {

/// Who is called when, as bars: a row for each level of each policy, a line for each day. Where nobody is called on the first level, or that is
/// not known, it is hatched and says so. Arrow keys move from row to row. Thread: main.
class RotaBoard final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit RotaBoard(const Theme &theme, QWidget *parent = nullptr);

    /// `people`: of all rows there are, so that a person keeps the colour whatever the filter shows.
    void setRota(std::vector<RotaRow> rows, TimeRange range, std::vector<RotaDay> days, const QStringList &people);
    /// How instants are written on hover and for a screen reader.
    void setInstantText(InstantText instantText) { m_instantText = std::move(instantText); }
    /// A row in words: its policy and level, then who is called until when.
    QString rowText(int row) const;
    int rowCount() const { return int(m_rows.size()); }

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int headHeight() const;
    int rowHeight() const;
    int nameWidth() const;
    qreal xOf(UtcTime at) const;
    int rowAt(int y) const;
    QRect rectOf(int row) const;
    QString nameOf(const RotaRow &row) const;
    QString stretchText(const RotaStretch &stretch) const;
    void setCurrent(int row);
    void fitScrollBar();
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintStretch(QPainter &painter, const QRectF &box, const RotaStretch &stretch, bool isFirst) const;

    const Theme &m_theme;
    std::vector<RotaRow> m_rows;
    TimeRange m_range;
    std::vector<RotaDay> m_days;
    QStringList m_people;
    InstantText m_instantText;
    int m_current = 0;
};

} // namespace quarterdeck
