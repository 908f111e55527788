#include "ui/widgets/chartcolumns.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

using Samples = std::vector<Sample>;

// What one column of pixels holds.
struct Column {
    qint64 index = 0;
    double first = 0;
    double last = 0;
    double low = 0;
    double high = 0;
};

void addColumn(std::vector<QLineF> &bars, const ChartMap &map, const Column &column, const Column *before, double columnMs, qreal pixel)
{
    double low = column.low;
    double high = column.high;
    // Joined to its neighbour, or steep edges would fall apart into dots.
    if (before != nullptr) {
        low = std::min(low, before->last);
        high = std::max(high, before->last);
    }
    const qreal x = map.x({qint64(std::floor((double(column.index) + 0.5) * columnMs))});
    qreal top = map.y(high);
    qreal bottom = map.y(low);
    if (bottom - top < pixel) {
        top = (top + bottom - pixel) / 2;
        bottom = top + pixel;
    }
    bars.emplace_back(x, top, x, bottom);
}

void paintDense(QPainter &painter, const ChartMap &map, Samples::const_iterator from, Samples::const_iterator to, qint64 gap, qreal pixelRatio)
{
    const qreal pixel = 1 / pixelRatio;
    const double columnMs = double(map.range.length().count()) / (map.plot.width() * pixelRatio);
    const double perMs = 1 / columnMs;
    std::vector<QLineF> bars;
    bars.reserve(std::size_t(map.plot.width() * pixelRatio) + 2);
    Column column;
    Column before;
    bool hasColumn = false;
    bool hasBefore = false;
    bool isBroken = false;
    qint64 lastMs = 0;
    for (auto it = from; it != to; ++it) {
        const double value = it->value;
        if (!std::isfinite(value)) {
            isBroken = true;
            continue;
        }
        const auto index = qint64(double(it->ms) * perMs);
        if (hasColumn && index == column.index) {
            column.low = std::min(column.low, value);
            column.high = std::max(column.high, value);
            column.last = value;
        } else {
            if (hasColumn) {
                addColumn(bars, map, column, hasBefore ? &before : nullptr, columnMs, pixel);
                before = column;
                hasBefore = !isBroken && it->ms - lastMs <= gap;
            }
            isBroken = false;
            column = {index, value, value, value, value};
            hasColumn = true;
        }
        lastMs = it->ms;
    }
    if (hasColumn) {
        addColumn(bars, map, column, hasBefore ? &before : nullptr, columnMs, pixel);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLines(bars.data(), int(bars.size()));
}

void paintSparse(QPainter &painter, const ChartMap &map, Samples::const_iterator from, Samples::const_iterator to, qint64 gap, bool isStepped)
{
    std::vector<QLineF> segments;
    segments.reserve(std::size_t(to - from));
    QPointF last;
    qint64 lastMs = 0;
    bool hasLast = false;
    bool isAlone = false;
    const auto dot = [&] { segments.emplace_back(last - QPointF(0.75, 0), last + QPointF(0.75, 0)); };
    for (auto it = from; it != to; ++it) {
        const bool isGap = !std::isfinite(it->value) || (hasLast && it->ms - lastMs > gap);
        if (isGap && hasLast && isAlone) {
            dot();
        }
        if (!std::isfinite(it->value)) {
            hasLast = false;
            continue;
        }
        const QPointF here(map.x({it->ms}), map.y(it->value));
        isAlone = isGap || !hasLast;
        if (!isAlone && isStepped) {
            const QPointF corner(here.x(), last.y());
            segments.emplace_back(last, corner);
            segments.emplace_back(corner, here);
        } else if (!isAlone) {
            segments.emplace_back(last, here);
        }
        last = here;
        lastMs = it->ms;
        hasLast = true;
    }
    if (hasLast && isAlone) {
        dot();
    }
    painter.setRenderHint(QPainter::Antialiasing, !isStepped);
    painter.drawLines(segments.data(), int(segments.size()));
}

/// One sample beyond each end, so that the line reaches the edges.
std::pair<Samples::const_iterator, Samples::const_iterator> samplesInSight(const ChartMap &map, const Samples &samples)
{
    const auto isBefore = [](const Sample &sample, qint64 ms) { return sample.ms < ms; };
    const auto from = std::lower_bound(samples.begin(), samples.end(), map.range.from.ms, isBefore);
    const auto to = std::lower_bound(from, samples.end(), map.range.to.ms + 1, isBefore);
    return {from == samples.begin() ? from : from - 1, to == samples.end() ? to : to + 1};
}

} // namespace

void paintSeries(QPainter &painter, const ChartMap &map, const Series &series, const QColor &colour, qreal pixelRatio, bool isStepped)
{
    const auto [from, to] = samplesInSight(map, series.samples);
    if (from == to || map.plot.width() < 2) {
        return;
    }
    // Two and a half steps: one lost scrape is not yet a gap.
    const qint64 gap = std::max<qint64>(1000, usualStep(series) * 5 / 2);
    const auto count = double(to - from);
    const bool isDense = count > map.plot.width() * pixelRatio * 1.5;
    painter.save();
    painter.setClipRect(map.plot.adjusted(0, -2, 0, 2));
    // Wide pens are only cheap for few segments.
    const qreal width = isDense ? 1 / pixelRatio : count < 600 ? 1.5 : 1.0;
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    if (isDense) {
        paintDense(painter, map, from, to, gap, pixelRatio);
    } else {
        paintSparse(painter, map, from, to, gap, isStepped);
    }
    painter.restore();
}

void paintBetween(QPainter &painter, const ChartMap &map, const Series *below, const Series &above, const QColor &colour, bool isStepped)
{
    const auto [from, to] = samplesInSight(map, above.samples);
    if (from == to || map.plot.width() < 2) {
        return;
    }
    const qint64 gap = std::max<qint64>(1000, usualStep(above) * 5 / 2);
    const auto floorAt = [&](Samples::const_iterator it) {
        return map.y(below == nullptr ? 0 : below->samples.at(std::size_t(it - above.samples.begin())).value);
    };
    painter.save();
    painter.setClipRect(map.plot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    auto start = from;
    for (auto it = from; it != to; ++it) {
        if (it + 1 != to && (it + 1)->ms - it->ms <= gap) {
            continue;
        }
        QPolygonF upper;
        QPolygonF lower;
        for (auto at = start; at != it + 1; ++at) {
            const qreal x = map.x({at->ms});
            if (isStepped && at != start) {
                upper << QPointF(x, upper.last().y());
                lower << QPointF(x, lower.last().y());
            }
            upper << QPointF(x, map.y(at->value));
            lower << QPointF(x, floorAt(at));
        }
        std::reverse(lower.begin(), lower.end());
        painter.drawPolygon(upper + lower);
        start = it + 1;
    }
    painter.restore();
}

} // namespace quarterdeck
