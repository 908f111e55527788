#include "ui/widgets/timechart.h"

#include "app/core/text.h"
#include "ui/widgets/chartcolumns.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/chartstack.h"
#include "ui/widgets/charttable.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/spokenrows.h"
#include "ui/widgets/timechartprivate.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEngine>
#include <QTableWidget>

#include <cmath>

namespace quarterdeck {

ChartMap TimeChart::Private::map(const QRect &room) const
{
    const QFontMetricsF metrics(theme.font(TypeFace::Caption));
    qreal widest = 24;
    for (const double tick : axis.ticks()) {
        widest = std::max(widest, metrics.horizontalAdvance(axis.label(tick)));
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
        d->isPictureKnown = false;
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
    d->isMade = false;
    d->isPictureKnown = false;
    setAccessibleName(summary());
    if (isTableShown()) {
        fillChartTable(*d->table, d->series, d->header.names, d->range, d->timeText);
    }
    update();
}

void TimeChart::setStyle(ChartStyle style)
{
    if (style == d->style || style.tokens.empty()) {
        return;
    }
    d->header.tokens = style.tokens;
    d->header.places = style.places;
    d->style = std::move(style);
    d->isMade = false;
    d->isPictureKnown = false;
    d->isAxisKnown = false;
    update();
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

const std::vector<Series> &TimeChart::Private::drawn()
{
    if (!style.isStacked && !style.isLogarithmic) {
        return series;
    }
    if (!isMade) {
        made = style.isLogarithmic ? aboveZero(series) : chartStack(series, style.ghosts);
        isMade = true;
    }
    return made;
}

void TimeChart::Private::paintGround(QPainter &painter, const ChartMap &here)
{
    // Kept as a picture for the screen; a file of lines gets lines.
    if (painter.paintEngine()->type() == QPaintEngine::SVG) {
        ground.paint(painter, chart.size(), here.plot, axis, theme);
    } else {
        painter.drawPixmap(0, 0, ground.picture(chart.size(), chart.devicePixelRatioF(), here.plot, axis, theme));
    }
}

void TimeChart::Private::paintLines(QPainter &painter, const ChartMap &here, qreal pixelRatio)
{
    const std::vector<Series> &lines = drawn();
    const std::size_t own = lines.size() - std::min(style.ghosts, lines.size());
    const auto colourOf = [this](std::size_t i) { return seriesColour(theme, header.tokens, seriesPlace(header.places, i)); };
    for (std::size_t i = own; i < lines.size(); ++i) {
        QColor pale = colourOf(i);
        pale.setAlphaF(0.45F);
        paintSeries(painter, here, lines[i], pale, pixelRatio, style.isStepped);
    }
    const bool isStack = style.isStacked && !style.isLogarithmic;
    for (std::size_t i = 0; i < own && isStack; ++i) {
        QColor pale = colourOf(i);
        pale.setAlphaF(0.35F);
        paintBetween(painter, here, i == 0 ? nullptr : &lines[i - 1], lines[i], pale, style.isStepped);
    }
    for (std::size_t i = 0; i < own; ++i) {
        paintSeries(painter, here, lines[i], colourOf(i), pixelRatio, style.isStepped);
    }
}

const QPixmap &TimeChart::Private::linesPicture(const ChartMap &here)
{
    const qreal ratio = chart.devicePixelRatioF();
    const QSize size = chart.size() * ratio;
    if (!isPictureKnown || picture.size() != size || pictured.plot != here.plot || pictured.range != here.range || !(pictured.axis == here.axis)) {
        picture = QPixmap(size);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintLines(painter, here, ratio);
        pictured = here;
        isPictureKnown = true;
    }
    return picture;
}

void TimeChart::Private::paint()
{
    if (!isAxisKnown) {
        axis = valueAxisFor(drawn(), range, header.threshold, style.isLogarithmic);
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
            paintGround(painter, here);
        }
        paintChartOnset(painter, here, overlay, theme);
        if (series.size() > FewSeries && painter.paintEngine()->type() != QPaintEngine::SVG) {
            painter.drawPixmap(0, 0, linesPicture(here));
        } else {
            paintLines(painter, here, chart.devicePixelRatioF());
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
