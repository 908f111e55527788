#include "ui/widgets/timechart.h"

#include "app/core/text.h"
#include "ui/widgets/chartcolumns.h"
#include "ui/widgets/chartground.h"
#include "ui/widgets/chartheader.h"
#include "ui/widgets/chartoverlay.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/charttable.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/spokenrows.h"
#include "ui/widgets/unittext.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QTableWidget>
#include <QToolTip>

#include <cmath>

namespace quarterdeck {

class TimeChart::Private {
public:
    static constexpr int Steps = 120; // of the arrow keys, from one end to the other
    Private(TimeChart &theChart, const Theme &theTheme)
        : chart(theChart)
        , theme(theTheme)
    {
    }
    void paint();
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
    QStringList givenNames;
    ValueAxis axis;
    bool isAxisKnown = false;
    TimeRange range;
    ChartOverlay overlay;
    ChartHeader header {{}, {}, {Token::Series1, Token::Series2, Token::Series3, Token::Series4}, {}, {}, {}, {}};
    QString emptyText;
    std::function<QString(UtcTime, bool)> timeText;
    QTableWidget *table = nullptr;
};

ChartMap TimeChart::Private::map(const QRect &room) const
{
    const QFontMetricsF metrics(theme.font(TypeFace::Caption));
    qreal widest = 24;
    for (const double tick : axis.ticks()) {
        widest = std::max(widest, metrics.horizontalAdvance(tickText(tick, axis.step, axis.high, axis.unit)));
    }
    // In steps, so that charts below each other share their left edge as often as possible.
    const qreal left = std::ceil((widest + 10) / 12) * 12;
    QRectF plot(room);
    plot.adjust(left, headerHeight(), -6, -(metrics.height() + 6));
    return {plot.height() < 8 || plot.width() < 8 ? QRectF() : plot, range, axis};
}

TimeChart::TimeChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, theme))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    d->timeText = [](UtcTime at, bool withSeconds) {
        return toDateTime(at).toLocalTime().toString(withSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    };
    d->emptyText = tr("No data in this range.");
    connect(&theme, &Theme::changed, this, [this] {
        d->ground.invalidate();
        update();
    });
    // A row is a place of the crosshair, as the arrow keys move it.
    setSpokenRows(this, QAccessible::Chart,
        {[] { return 0; }, [this] { return isTableShown() || d->series.empty() ? 0 : Private::Steps + 1; },
            [this] { return d->stepOf(d->overlay.crosshair); },
            [this](int step) { return chartValuesText(d->header.names, d->series, d->timeOf(step), d->timeText); }, [this](int) { return rect(); }});
    setAccessibleName(summary());
}

TimeChart::~TimeChart() = default;

void TimeChart::setTitle(const QString &title)
{
    d->header.title = text::plain(title, 120);
    setAccessibleName(summary());
    update();
}

void TimeChart::setSeries(std::vector<Series> series, const QStringList &names)
{
    d->series = std::move(series);
    dropImpossibleTimes(d->series);
    d->header.names = seriesNames(d->series, names);
    d->isAxisKnown = false;
    setAccessibleName(summary());
    if (isTableShown()) {
        fillChartTable(*d->table, d->series, d->header.names, d->range, d->timeText);
    }
    update();
}

void TimeChart::setSeriesTokens(std::vector<Token> tokens)
{
    if (!tokens.empty()) {
        d->header.tokens = std::move(tokens);
        update();
    }
}

void TimeChart::setRange(TimeRange range)
{
    if (range != d->range && range.from < range.to) {
        d->range = range;
        d->isAxisKnown = false;
        update();
    }
}

TimeRange TimeChart::range() const
{
    return d->range;
}

void TimeChart::setThreshold(std::optional<double> threshold)
{
    d->header.threshold = threshold;
    d->isAxisKnown = false;
    update();
}

void TimeChart::setOnset(UtcTime from, UtcTime until)
{
    d->overlay.onsetFrom = from;
    d->overlay.onsetUntil = until;
    update();
}

void TimeChart::setMarkers(std::vector<ChartMarker> markers)
{
    d->overlay.markers = std::move(markers);
    update();
}

void TimeChart::setStale(const QString &sentence)
{
    d->header.stale = sentence;
    setAccessibleDescription(text::plain(sentence));
    update();
}

void TimeChart::setEmptyText(const QString &sentence)
{
    d->emptyText = text::plain(sentence);
    update();
}

void TimeChart::setCrosshair(UtcTime at)
{
    if (at != d->overlay.crosshair) {
        d->overlay.crosshair = at;
        update();
    }
}

void TimeChart::setTimeText(std::function<QString(UtcTime, bool)> timeText)
{
    d->timeText = std::move(timeText);
    update();
}

QString TimeChart::summary() const
{
    return chartSummary(d->header.title.isEmpty() ? tr("Chart") : d->header.title, d->header.names, d->series, d->range);
}

QByteArray TimeChart::toCsv() const
{
    return chartCsv(d->series, d->header.names, d->range);
}

bool TimeChart::isTableShown() const
{
    return d->table != nullptr && !d->table->isHidden();
}

void TimeChart::setTableShown(bool shown)
{
    if (shown == isTableShown()) {
        return;
    }
    if (d->table == nullptr) {
        d->table = newChartTable(this);
        d->table->verticalHeader()->setDefaultSectionSize(24);
        d->table->horizontalHeader()->setStretchLastSection(true);
    }
    d->table->setAccessibleName(tr("Values of %1").arg(summary()));
    d->placeTable();
    d->table->setVisible(shown);
    if (shown) {
        fillChartTable(*d->table, d->series, d->header.names, d->range, d->timeText);
        d->table->setCurrentCell(0, 0);
        d->table->setFocus();
    } else {
        setFocus();
    }
    update();
}

void TimeChart::Private::paint()
{
    if (!isAxisKnown) {
        axis = valueAxisFor(series, range, header.threshold);
        isAxisKnown = true;
    }
    QPainter painter(&chart);
    header.at = overlay.crosshair;
    header.atText = overlay.crosshair.isValid() ? timeText(overlay.crosshair, true) : QString();
    paintChartHeader(painter, QRectF(2, 0, chart.width() - 8, headerHeight() - 7), header, series, theme);
    const ChartMap here = map(chart.rect());
    if (!chart.isTableShown() && !here.plot.isEmpty() && range.from < range.to) {
        const bool isEmpty = std::all_of(series.begin(), series.end(), [](const Series &one) { return one.samples.empty(); });
        if (!isEmpty) {
            painter.drawPixmap(0, 0, ground.picture(chart.size(), chart.devicePixelRatioF(), here.plot, axis, theme));
        }
        paintChartOnset(painter, here, overlay, theme);
        for (std::size_t i = 0; i < series.size(); ++i) {
            paintSeries(painter, here, series.at(i), theme.color(header.tokens.at(i % header.tokens.size())), chart.devicePixelRatioF());
        }
        overlay.threshold = isEmpty ? std::nullopt : header.threshold;
        paintChartOverlay(painter, here, overlay, theme);
        paintChartTimes(painter, here, timeText, theme);
        if (isEmpty) {
            paintChartSentence(painter, here, emptyText, theme);
        }
    }
    if (chart.hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        // Round what the keys move in; title and values stand above it.
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(chart.rect()).adjusted(1, headerHeight() - 4, -1, -1), 6, 6);
    }
}

void TimeChart::Private::placeTable()
{
    if (table != nullptr) {
        table->setGeometry(chart.rect().adjusted(0, int(headerHeight()), 0, 0));
    }
}

void TimeChart::Private::press(const QMouseEvent &event)
{
    if (event.button() == Qt::LeftButton && !chart.isTableShown()) {
        overlay.dragFrom = event.position().x();
    }
}

void TimeChart::Private::hover(const QMouseEvent &event)
{
    const ChartMap here = map(chart.rect());
    if (here.plot.isEmpty() || chart.isTableShown()) {
        return;
    }
    const qreal x = std::clamp(event.position().x(), here.plot.left(), here.plot.right());
    if (overlay.dragFrom >= 0 && std::abs(x - overlay.dragFrom) > 4) {
        overlay.dragTo = x;
    }
    chart.setCrosshair(here.timeAt(x));
    emit chart.crosshairMoved(overlay.crosshair);
    chart.update();
}

void TimeChart::Private::release(const QMouseEvent &event)
{
    const ChartMap here = map(chart.rect());
    const qreal from = std::exchange(overlay.dragFrom, -1);
    const qreal to = std::exchange(overlay.dragTo, -1);
    chart.update();
    if (here.plot.isEmpty() || event.button() != Qt::LeftButton || from < 0) {
        return;
    }
    if (to >= 0) {
        emit chart.rangeSelected({here.timeAt(std::min(from, to)), here.timeAt(std::max(from, to))});
    } else if (const int marker = overlay.markerNear(here, from); marker >= 0) {
        emit chart.markerActivated(marker);
    }
}

bool TimeChart::Private::key(const QKeyEvent &event)
{
    const bool isPlain = !event.modifiers().testFlag(Qt::ControlModifier) && !event.modifiers().testFlag(Qt::AltModifier);
    if (event.key() == Qt::Key_T && isPlain) {
        chart.setTableShown(!chart.isTableShown());
        return true;
    }
    UtcTime at = overlay.crosshair.isValid() ? overlay.crosshair : range.to;
    switch (event.key()) {
    case Qt::Key_Left:
        at = at - step();
        break;
    case Qt::Key_Right:
        at = at + step();
        break;
    case Qt::Key_Home:
        at = range.from;
        break;
    case Qt::Key_End:
        at = range.to;
        break;
    default:
        return false;
    }
    chart.setCrosshair(std::clamp(at, range.from, range.to));
    emit chart.crosshairMoved(overlay.crosshair);
    tellCurrentRow(&chart);
    return true;
}

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    // The table would take the key for its search by typing.
    if (watched == d->table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_T || key == Qt::Key_Escape) {
            setTableShown(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool TimeChart::Private::help(const QHelpEvent &event)
{
    const int marker = chart.isTableShown() ? -1 : overlay.markerNear(map(chart.rect()), event.pos().x());
    if (marker >= 0) {
        QToolTip::showText(event.globalPos(), text::tooltip(overlay.markers.at(std::size_t(marker)).text), &chart);
    } else {
        QToolTip::hideText();
    }
    return true;
}

bool TimeChart::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Paint:
        d->paint();
        return true;
    case QEvent::MouseButtonPress:
        d->press(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseMove:
        d->hover(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        d->release(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::Leave:
        setCrosshair({});
        emit crosshairMoved({});
        break;
    case QEvent::Resize:
        d->placeTable();
        break;
    case QEvent::ToolTip:
        return d->help(*static_cast<QHelpEvent *>(event));
    case QEvent::KeyPress:
        if (d->key(*static_cast<QKeyEvent *>(event))) {
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

} // namespace quarterdeck
