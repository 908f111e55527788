#pragma once

#include "models/legendmodel.h"
#include "models/metricboard.h"
#include "models/rangeevents.h"
#include "ui/pages/api/page.h"

#include <QScrollArea>

class QVBoxLayout;

namespace quarterdeck {

class TimeChart;
struct ChartMarker;

/// The charts below each other: one for each unit, or for each query, with one range and one crosshair. Thread: main.
class ChartColumn final : public QScrollArea {
    Q_OBJECT

public:
    ChartColumn(const PageContext &context, QWidget *parent = nullptr);
    /// Draws what the legend shows of the lines.
    void draw(const MetricBoard &board, const LegendModel &legend);
    /// What happened in the range.
    void setEvents(const std::vector<RangeEvent> &events);
    /// What stands where no line is.
    void setEmptyText(const QString &sentence);
    /// Moves the range on without new values.
    void slide();
    void toggleTable();
    void focusChart();
    /// All charts as one picture.
    QWidget *picture() const { return widget(); }
    int chartCount() const { return int(m_charts.size()); }

private:
    TimeChart *addChart();
    void setCount(std::size_t count);
    void fill(TimeChart &chart, const std::vector<const BoardSeries *> &lines, const MetricBoard &board);
    std::vector<ChartMarker> markers() const;

    const PageContext m_context;
    QVBoxLayout *m_column;
    std::vector<TimeChart *> m_charts;
    std::vector<RangeEvent> m_events;
    QString m_emptyText;
    bool m_isTableShown = false;
};

} // namespace quarterdeck
