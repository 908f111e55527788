#include "ui/pages/load/loadtiles.h"

#include "ui/pages/load/loadwords.h"
#include "ui/widgets/stattile.h"

#include <QGridLayout>
#include <QPainter>

#include <utility>

namespace quarterdeck {

namespace {

constexpr int LeastWidth = 190; // pixels of a figure

QString timesRemark(const Durations &times)
{
    const auto brief = [&](double seconds) {
        // The unit is said once, where the figure has the same.
        const QString whole = durationText(seconds, times.n > 0);
        const QString unit = durationText(times.median, times.n > 0).section(u' ', -1);
        return whole.endsWith(u' ' + unit) ? whole.chopped(unit.size() + 1) : whole;
    };
    QString remark = LoadTiles::tr("p90 %1 · mean %2 · n %3").arg(brief(times.p90), brief(times.mean)).arg(QLocale().toString(times.n));
    if (times.open > 0) {
        remark += LoadTiles::tr(" · %1 open").arg(QLocale().toString(times.open));
    }
    if (times.negative > 0) {
        remark += LoadTiles::tr(" · %1 excluded (clock skew)").arg(QLocale().toString(times.negative));
    }
    return remark;
}

} // namespace

LoadTiles::LoadTiles(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(1, 1, 1, 1);
    m_grid->setSpacing(0);
    m_interruptions = addTile(QStringLiteral("tileInterruptions"),
        {QStringLiteral("interruptions.total"), QStringLiteral("interruptions.business"), QStringLiteral("interruptions.off"),
            QStringLiteral("interruptions.sleep")});
    m_shift = addTile(QStringLiteral("tileShift"), {QStringLiteral("shifts.per_12h")});
    m_acknowledge = addTile(
        QStringLiteral("tileAcknowledge"), {QStringLiteral("mtta_median_s"), QStringLiteral("mtta_p90_s"), QStringLiteral("mtta_mean_s")});
    m_resolve = addTile(QStringLiteral("tileResolve"),
        {QStringLiteral("mttr_median_s"), QStringLiteral("mttr_p90_s"), QStringLiteral("mttr_mean_s"), QStringLiteral("mttr_people_mean_s")});
    m_noise = addTile(
        QStringLiteral("tileNoise"), {QStringLiteral("transient_rate"), QStringLiteral("auto_resolved_rate"), QStringLiteral("repeat_rate")});
    arrange();
}

void LoadTiles::arrange()
{
    const int all = int(m_all.size());
    const int columns = width() < all * LeastWidth ? (all + 1) / 2 : all;
    if (columns == std::exchange(m_columns, columns)) {
        return;
    }
    for (int i = 0; i < all; ++i) {
        m_grid->addWidget(m_all[std::size_t(i)], i / columns, i % columns);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

void LoadTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

StatTile *LoadTiles::addTile(const QString &name, const QStringList &keys)
{
    auto *tile = new StatTile(m_theme, this);
    tile->setObjectName(name);
    connect(tile, &QAbstractButton::clicked, this, [this, keys] { emit explainWanted(keys); });
    m_all.push_back(tile);
    return tile;
}

void LoadTiles::setView(const LoadView &view)
{
    const LoadReport &report = view.report;
    const QLocale locale;
    const HourClasses &hours = report.interruptions;
    const bool isSleepy = hours.sleep > 0;
    m_interruptions->set(tr("Interruptions"), locale.toString(hours.total()),
        tr("%1 business · %2 off-hours · %3 sleep").arg(locale.toString(hours.business), locale.toString(hours.off), locale.toString(hours.sleep)),
        isSleepy ? Token::Critical : Token::Text, isSleepy);
    const int shifts = int(report.shifts.size());
    m_shift->set(tr("Peak per 12-hour shift"),
        shifts > 0 ? (report.isEstimated ? QStringLiteral("≈ ") : QString()) + locale.toString(view.worstShift, 'f', 1) : QStringLiteral("–"),
        shifts > 0                   ? tr("limit 2 · exceeded in %1 of %2 shifts with incidents").arg(view.shiftsOverLimit).arg(shifts)
            : report.unknownUser > 0 ? tr("who was paged is unknown")
                                     : tr("no shifts with incidents"),
        view.shiftsOverLimit > 0 ? Token::Critical : Token::Text);
    const Durations &ack = report.timeToAcknowledge;
    m_acknowledge->set(tr("Time to acknowledge, median"), durationText(ack.median, ack.n > 0), timesRemark(ack));
    const Durations &resolve = report.timeToResolve;
    m_resolve->set(tr("Time to resolve, median"), durationText(resolve.median, resolve.n > 0), timesRemark(resolve));
    const bool hasIncidents = report.incidents > 0;
    m_noise->set(tr("Transient alerts"), hasIncidents ? percentText(report.transientRate) : QStringLiteral("–"),
        hasIncidents ? tr("%1 self-resolved · %2 repeated").arg(percentText(report.autoResolvedRate), percentText(report.repeatRate))
                     : tr("no incidents"),
        report.transientRate.value_or(0) > 0.3 ? Token::Warning : Token::Text);
}

void LoadTiles::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Hairline));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const StatTile *tile : m_all) {
        const QRect place = tile->geometry();
        if (place.x() > 1) {
            painter.fillRect(QRect(place.x(), place.y(), 1, place.height()), m_theme.color(Token::Hairline));
        }
        if (place.y() > 1) {
            painter.fillRect(QRect(place.x(), place.y(), place.width(), 1), m_theme.color(Token::Hairline));
        }
    }
}

} // namespace quarterdeck
