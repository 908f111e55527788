#include "ui/widgets/histogrambar.h"

#include "app/domain/uncounted.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/spokenrows.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <numeric>

namespace quarterdeck {

namespace {

int total(const std::array<int, 5> &bucket)
{
    return std::accumulate(bucket.begin(), bucket.end(), 0);
}

int errors(const std::array<int, 5> &bucket)
{
    return bucket.at(std::size_t(LogLevel::Error));
}

int warnings(const std::array<int, 5> &bucket)
{
    return bucket.at(std::size_t(LogLevel::Warning));
}

} // namespace

HistogramBar::HistogramBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setSpokenRows(this, QAccessible::Chart,
        {[] { return 0; }, [this] { return int(m_histogram.buckets.size()); }, [this] { return m_current; },
            [this](int bucket) { return bucketText(bucket); }, [this](int bucket) { return placeOf(bucket); }});
    describe();
}

void HistogramBar::setHistogram(LogHistogram histogram)
{
    m_histogram = std::move(histogram);
    m_current = std::min(m_current, int(m_histogram.buckets.size()) - 1);
    describe();
    update();
}

void HistogramBar::setSelection(TimeRange selection)
{
    m_selection = selection;
    update();
}

void HistogramBar::setCrosshair(UtcTime at)
{
    if (at != m_crosshair) {
        m_crosshair = at;
        update();
    }
}

QSize HistogramBar::sizeHint() const
{
    return {400, 48};
}

void HistogramBar::describe()
{
    int all = 0;
    int bad = 0;
    for (const auto &bucket : m_histogram.buckets) {
        all += total(bucket);
        bad += errors(bucket);
    }
    const QString lines = m_histogram.isSampled ? tr("at least %n line(s)", nullptr, all) : tr("%n line(s)", nullptr, all);
    const QString name = tr("Log lines over time: %1, %2").arg(lines, tr("%n error(s)", nullptr, bad));
    if (name != accessibleName()) {
        setAccessibleName(name);
    }
}

QString HistogramBar::bucketText(int bucket) const
{
    if (bucket < 0 || bucket >= int(m_histogram.buckets.size())) {
        return {};
    }
    const auto &counts = m_histogram.buckets.at(std::size_t(bucket));
    const UtcTime from = timeOf(bucket);
    const QString at = m_timeText ? m_timeText(from) : toDateTime(from).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    return isLacking(bucket) ? phrases::pair(at, tr("not read"))
                             : tr("%1: %2, %3").arg(at, tr("%n line(s)", nullptr, total(counts)), tr("%n error(s)", nullptr, errors(counts)));
}

QRect HistogramBar::placeOf(int bucket) const
{
    const int left = int(xOf(timeOf(bucket)));
    return {left, 0, std::max(1, int(xOf(timeOf(bucket + 1))) - left), height()};
}

UtcTime HistogramBar::timeOf(int bucket) const
{
    return m_histogram.start + m_histogram.step * bucket;
}

int HistogramBar::bucketAt(qreal x) const
{
    const int count = int(m_histogram.buckets.size());
    return count == 0 ? -1 : std::clamp(int(x / width() * count), 0, count - 1);
}

qreal HistogramBar::xOf(UtcTime at) const
{
    const double length = double(m_histogram.step.count()) * double(m_histogram.buckets.size());
    return length <= 0 ? -1 : width() * double(at.ms - m_histogram.start.ms) / length;
}

void HistogramBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int count = int(m_histogram.buckets.size());
    int highest = 1;
    for (int i = 0; i < count; ++i) {
        highest = std::max(highest, isLacking(i) ? 0 : total(m_histogram.buckets.at(std::size_t(i))));
    }
    if (m_selection.from < m_selection.to) {
        painter.fillRect(QRectF(QPointF(xOf(m_selection.from), 0), QPointF(xOf(m_selection.to), height())), m_theme.color(Token::AccentGround));
    }
    const qreal room = height() - 4.0;
    const QColor quiet = m_theme.color(Token::Border);
    for (int i = 0; i < count; ++i) {
        const auto &bucket = m_histogram.buckets.at(std::size_t(i));
        const qreal left = std::round(qreal(i) * width() / count);
        const qreal right = std::round(qreal(i + 1) * width() / count);
        const qreal gap = right - left > 4 ? 1 : 0;
        qreal bottom = height() - 2.0;
        const bool isRead = !isLacking(i);
        const auto stack = [&](int lines, const QColor &colour) {
            if (isRead && lines > 0) {
                const qreal tall = std::max<qreal>(1, room * lines / highest);
                painter.fillRect(QRectF(left, bottom - tall, right - left - gap, tall), colour);
                bottom -= tall;
            }
        };
        stack(total(bucket) - errors(bucket) - warnings(bucket), quiet);
        stack(warnings(bucket), m_theme.color(Token::Warning));
        stack(errors(bucket), m_theme.color(Token::Critical));
        if (hasFocus() && i == m_current) {
            painter.setPen(QPen(m_theme.color(Token::Accent), 2));
            painter.drawRect(QRectF(left + 1, 1, std::max<qreal>(2, right - left - 2), height() - 2));
        }
    }
    paintLacking(painter);
    if (m_crosshair.isValid() && xOf(m_crosshair) >= 0) {
        painter.fillRect(QRectF(std::round(xOf(m_crosshair)), 0, 1, height()), m_theme.color(Token::Muted));
    }
    if (hasFocus()) {
        painter.fillRect(QRectF(0, height() - 2, width(), 2), m_theme.color(Token::Accent));
    }
}

bool HistogramBar::isLacking(int bucket) const
{
    const TimeRange hole = uncounted(m_histogram);
    return hole.from < hole.to && timeOf(bucket) < hole.to && hole.from < timeOf(bucket + 1);
}

void HistogramBar::paintLacking(QPainter &painter) const
{
    const TimeRange hole = uncounted(m_histogram);
    if (hole.from >= hole.to) {
        return;
    }
    const QRectF room(QPointF(xOf(hole.from), 0), QPointF(xOf(hole.to), height()));
    painter.fillRect(room, QBrush(m_theme.color(Token::Faint), Qt::BDiagPattern));
    const QString words = tr("not read");
    const QFont font = m_theme.font(TypeFace::Caption);
    const QFontMetricsF metrics(font);
    QRectF box(0, 0, metrics.horizontalAdvance(words) + 12, metrics.height() + 4);
    if (box.width() > room.width()) {
        return;
    }
    box.moveCenter(room.center());
    painter.fillRect(box, m_theme.color(Token::Window));
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Muted));
    painter.drawText(box, Qt::AlignCenter, words);
}

void HistogramBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = bucketAt(event->position().x());
        m_current = m_pressed;
    }
}

void HistogramBar::mouseMoveEvent(QMouseEvent *event)
{
    const int here = bucketAt(event->position().x());
    if (here < 0) {
        return;
    }
    if (m_pressed >= 0) {
        setSelection({timeOf(std::min(here, m_pressed)), timeOf(std::max(here, m_pressed) + 1)});
    }
    setCrosshair(timeOf(here));
    emit crosshairMoved(m_crosshair);
}

void HistogramBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int from = std::exchange(m_pressed, -1);
    const int here = bucketAt(event->position().x());
    if (event->button() == Qt::LeftButton && from >= 0 && here >= 0) {
        setSelection({timeOf(std::min(here, from)), timeOf(std::max(here, from) + 1)});
        emit rangeSelected(m_selection);
    }
}

void HistogramBar::leaveEvent(QEvent *)
{
    setCrosshair({});
    emit crosshairMoved({});
}

void HistogramBar::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_histogram.buckets.size());
    if (count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        m_current = std::max(0, (m_current < 0 ? count : m_current) - 1);
        break;
    case Qt::Key_Right:
        m_current = std::min(count - 1, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) {
            setSelection({timeOf(m_current), timeOf(m_current + 1)});
            emit rangeSelected(m_selection);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    tellCurrentRow(this);
    setCrosshair(timeOf(m_current));
    emit crosshairMoved(m_crosshair);
    update();
}

} // namespace quarterdeck
