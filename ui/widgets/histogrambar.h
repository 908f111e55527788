#pragma once

#include "app/domain/logline.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

namespace quarterdeck {

/// Log counts per bucket, errors and warnings stacked on the rest. A click chooses a bucket, a drag a range; arrow keys and Enter do
/// the same.
class HistogramBar final : public QWidget {
    Q_OBJECT

public:
    explicit HistogramBar(const Theme &theme, QWidget *parent = nullptr);
    /// Replaces the counts; the chosen bucket stays where it still exists.
    void setHistogram(LogHistogram histogram);
    /// Chosen stretch, tinted; an empty range removes it.
    void setSelection(TimeRange selection);
    void setCrosshair(UtcTime at);
    /// Time of day of a bucket in the zone shown; local time unless set.
    void setTimeText(std::function<QString(UtcTime at)> timeText) { m_timeText = std::move(timeText); }
    QSize sizeHint() const override;

signals:
    /// A bucket or a dragged stretch was chosen.
    void rangeSelected(quarterdeck::TimeRange range);
    void crosshairMoved(quarterdeck::UtcTime at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int bucketAt(qreal x) const;
    UtcTime timeOf(int bucket) const;
    qreal xOf(UtcTime at) const;
    bool isLacking(int bucket) const;
    void describe();
    QString bucketText(int bucket) const;
    QRect placeOf(int bucket) const;
    void paintLacking(QPainter &painter) const;

    const Theme &m_theme;
    LogHistogram m_histogram;
    TimeRange m_selection;
    UtcTime m_crosshair;
    std::function<QString(UtcTime)> m_timeText;
    int m_pressed = -1;
    int m_current = -1;
};

} // namespace quarterdeck
