#include "ui/widgets/timechart.h"

#include "app/core/text.h"
#include "ui/widgets/chartcolumns.h"
#include "ui/widgets/chartground.h"
#include "ui/widgets/chartheader.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/chartoverlay.h"
#include "ui/widgets/charttable.h"
#include "ui/widgets/paint.h"
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
    explicit Private(const Theme &theTheme)
        : theme(theTheme)
    {
    }
    ChartMap map(const QRect &room) const;
    qreal headerHeight() const { return QFontMetricsF(theme.font(TypeFace::Body)).height() + 10; }

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
    , d(std::make_unique<Private>(theme))
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
    for (Series &one : d->series) {
        // No calendar reaches further, and differences of such times would overflow.
        constexpr qint64 Furthest = 8'640'000'000'000'000;
        std::erase_if(one.samples, [](const Sample &sample) { return sample.ms > Furthest || sample.ms < -Furthest; });
    }
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
        d->table = new QTableWidget(this);
        d->table->setObjectName(objectName() + QStringLiteral("Table"));
        d->table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        d->table->setTabKeyNavigation(false);
        d->table->verticalHeader()->hide();
        d->table->verticalHeader()->setDefaultSectionSize(24);
        d->table->setCornerButtonEnabled(false);
        d->table->horizontalHeader()->setStretchLastSection(true);
        d->table->installEventFilter(this);
    }
    d->table->setAccessibleName(tr("Values of %1").arg(summary()));
    d->table->setGeometry(rect().adjusted(0, int(d->headerHeight()), 0, 0));
    d->table->setVisible(shown);
    if (shown) {
        fillChartTable(*d->table, d->series, d->header.names, d->range, d->timeText);
        d->table->setFocus();
    } else {
        setFocus();
    }
    update();
}

QSize TimeChart::sizeHint() const
{
    return {360, 200};
}

QSize TimeChart::minimumSizeHint() const
{
    return {160, 96};
}

void TimeChart::paintEvent(QPaintEvent *)
{
    if (!d->isAxisKnown) {
        d->axis = valueAxisFor(d->series, d->range, d->header.threshold);
        d->isAxisKnown = true;
    }
    QPainter painter(this);
    d->header.at = d->overlay.crosshair;
    d->header.atText = d->overlay.crosshair.isValid() ? d->timeText(d->overlay.crosshair, true) : QString();
    paintChartHeader(painter, QRectF(2, 0, width() - 8, d->headerHeight()), d->header, d->series, d->theme);
    const ChartMap map = d->map(rect());
    if (!isTableShown() && !map.plot.isEmpty() && d->range.from < d->range.to) {
        painter.drawPixmap(0, 0, d->ground.picture(size(), devicePixelRatioF(), map.plot, d->axis, d->theme));
        paintChartOnset(painter, map, d->overlay, d->theme);
        for (std::size_t i = 0; i < d->series.size(); ++i) {
            const QColor colour = d->theme.color(d->header.tokens.at(i % d->header.tokens.size()));
            paintSeries(painter, map, d->series.at(i), colour, devicePixelRatioF());
        }
        d->overlay.threshold = d->header.threshold;
        paintChartOverlay(painter, map, d->overlay, d->theme);
        paintChartTimes(painter, map, d->timeText, d->theme);
        const bool isEmpty = std::all_of(d->series.begin(), d->series.end(), [](const Series &one) { return one.samples.empty(); });
        if (isEmpty) {
            painter.setFont(d->theme.font(TypeFace::Body));
            painter.setPen(d->theme.color(Token::Muted));
            paintElided(painter, map.plot, d->emptyText, Qt::AlignCenter);
        }
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(d->theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void TimeChart::resizeEvent(QResizeEvent *)
{
    if (d->table != nullptr) {
        d->table->setGeometry(rect().adjusted(0, int(d->headerHeight()), 0, 0));
    }
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !isTableShown()) {
        d->overlay.dragFrom = event->position().x();
        event->accept();
    }
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    const ChartMap map = d->map(rect());
    if (map.plot.isEmpty() || isTableShown()) {
        return;
    }
    const qreal x = std::clamp(event->position().x(), map.plot.left(), map.plot.right());
    if (d->overlay.dragFrom >= 0 && std::abs(x - d->overlay.dragFrom) > 4) {
        d->overlay.dragTo = x;
    }
    setCrosshair(map.timeAt(x));
    emit crosshairMoved(d->overlay.crosshair);
    update();
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    const ChartMap map = d->map(rect());
    const qreal from = std::exchange(d->overlay.dragFrom, -1);
    const qreal to = std::exchange(d->overlay.dragTo, -1);
    update();
    if (map.plot.isEmpty() || event->button() != Qt::LeftButton || from < 0) {
        return;
    }
    if (to >= 0) {
        emit rangeSelected({map.timeAt(std::min(from, to)), map.timeAt(std::max(from, to))});
    } else if (const int marker = d->overlay.markerNear(map, from); marker >= 0) {
        emit markerActivated(marker);
    }
}

void TimeChart::leaveEvent(QEvent *)
{
    setCrosshair({});
    emit crosshairMoved({});
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
    if (event->key() == Qt::Key_T && isPlain) {
        setTableShown(!isTableShown());
        return;
    }
    const qint64 step = std::max<qint64>(1000, qint64(d->range.length().count()) / 120);
    UtcTime at = d->overlay.crosshair.isValid() ? d->overlay.crosshair : d->range.to;
    switch (event->key()) {
    case Qt::Key_Left:
        at = at - Millis(step);
        break;
    case Qt::Key_Right:
        at = at + Millis(step);
        break;
    case Qt::Key_Home:
        at = d->range.from;
        break;
    case Qt::Key_End:
        at = d->range.to;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setCrosshair(std::clamp(at, d->range.from, d->range.to));
    emit crosshairMoved(d->overlay.crosshair);
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
    if (event->type() == QEvent::ToolTip && !isTableShown()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int marker = d->overlay.markerNear(d->map(rect()), help->pos().x());
        if (marker >= 0) {
            QToolTip::showText(help->globalPos(), text::tooltip(d->overlay.markers.at(std::size_t(marker)).text), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace quarterdeck
