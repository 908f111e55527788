#pragma once

#include "ui/widgets/chartground.h"
#include "ui/widgets/chartheader.h"
#include "ui/widgets/chartoverlay.h"
#include "ui/widgets/timechart.h"

#include <QFontMetricsF>

class QHelpEvent;
class QKeyEvent;
class QMouseEvent;
class QTableWidget;

namespace quarterdeck {

/// What a chart holds, how it paints, and what pointer and keys do in it.
class TimeChart::Private {
public:
    static constexpr std::size_t FewSeries = 6; // painted faster than kept
    static constexpr int Steps = 120;           // of the arrow keys, from one end to the other
    Private(TimeChart &theChart, const Theme &theTheme)
        : chart(theChart)
        , theme(theTheme)
    {
    }
    void paint();
    /// The series as they are drawn: stacked, or without what has no place on the axis.
    const std::vector<Series> &drawn();
    void paintGround(QPainter &painter, const ChartMap &here);
    /// The lines as they were painted last: a crosshair that moves over dozens of them does not paint them again.
    const QPixmap &linesPicture(const ChartMap &here);
    void paintLines(QPainter &painter, const ChartMap &here, qreal pixelRatio);
    void press(const QMouseEvent &event);
    void hover(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    bool key(const QKeyEvent &event);
    void placeTable();
    bool help(const QHelpEvent &event);
    Millis step() const { return std::max(Millis(1000), range.length() / Steps); }
    UtcTime timeOf(int number) const { return range.from + step() * number; }
    int stepOf(UtcTime at) const { return at.isValid() && range.contains(at) ? int((at - range.from) / step()) : -1; }
    ChartMap map(const QRect &room) const;
    qreal headerHeight() const { return QFontMetricsF(theme.font(TypeFace::Body)).height() + 16; }

    TimeChart &chart;
    const Theme &theme;
    ChartGround ground;
    std::vector<Series> series;
    std::vector<Series> made; ///< What drawn() is where it is not `series`.
    bool isMade = false;
    ChartStyle style;
    QPixmap picture;
    ChartMap pictured;
    bool isPictureKnown = false;
    QStringList givenNames;
    ValueAxis axis;
    bool isAxisKnown = false;
    TimeRange range;
    ChartOverlay overlay;
    ChartHeader header {{}, {}, ChartStyle().tokens, {}, {}, {}, {}, {}};
    QString emptyText;
    std::function<QString(UtcTime, bool)> timeText;
    QTableWidget *table = nullptr;
};

} // namespace quarterdeck
