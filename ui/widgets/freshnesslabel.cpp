#include "ui/widgets/freshnesslabel.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestName = 200;
constexpr int MostOfName = 280; ///< Pixels of a name where there is room.
constexpr int LeastOfName = 64; ///< Enough to tell one from another.
constexpr int DotWidth = 14;
constexpr int Gap = 5;

QFont lineFont(const Theme &theme)
{
    QFont font = theme.font(TypeFace::Section);
    font.setWeight(QFont::Normal);
    return font;
}

} // namespace

QString freshnessSentence(const SourceStatus &status, const QString &sinceText)
{
    const QString word = freshnessWord(status.freshness);
    if (status.freshness == Freshness::Live || status.freshness == Freshness::NeverSeen) {
        return word;
    }
    if (!status.lastOkAt.isValid()) {
        return FreshnessLabel::tr("%1, no data yet").arg(word);
    }
    return status.freshness == Freshness::Stale ? FreshnessLabel::tr("stale since %1").arg(sinceText)
                                                : FreshnessLabel::tr("stale since %1 – %2").arg(sinceText, word);
}

FreshnessLabel::FreshnessLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void FreshnessLabel::setStatus(const SourceStatus &status, UtcTime now, const QString &sinceText)
{
    const bool isLive = status.freshness == Freshness::Live;
    const QString state = isLive && status.lastOkAt.isValid() ? ageText(now - status.lastOkAt) : freshnessSentence(status, sinceText);
    const QString members = status.members > 1 ? QStringLiteral(" %1/%2").arg(status.liveMembers).arg(status.members) : QString();
    const QString marks = members + (status.isInsecure ? tr(" (certificate not verified)") : QString());
    const QString id = text::plain(status.id, LongestName);
    if (id == m_name && marks == m_marks && state == m_state && status.freshness == m_freshness) {
        return;
    }
    const bool isResized = id != m_name || marks != m_marks || state.size() != m_state.size() || status.freshness != m_freshness;
    m_name = id;
    m_marks = marks;
    const QString name = id + marks;
    m_state = state;
    m_freshness = status.freshness;
    m_hint = tr("Source %1: %2").arg(name, isLive ? tr("up to date, %1 ago").arg(state) : state);
    // Who listens is not told of every second.
    const bool isFresh = isLive && now - status.lastOkAt < Millis(60'000);
    const QString spoken = isFresh ? tr("Source %1: %2").arg(name, freshnessWord(status.freshness)) : m_hint;
    const QString why = status.error ? errorWords(*status.error) : QString();
    m_hint += why.isEmpty() ? QString() : u'\n' + why;
    if (spoken != accessibleName() || why != accessibleDescription()) {
        setAccessibleName(spoken);
        setAccessibleDescription(why);
    }
    if (isResized) {
        updateGeometry();
    }
    update();
}

bool FreshnessLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text::tooltip(m_hint), this);
        return true;
    }
    return QWidget::event(event);
}

int FreshnessLabel::nameWidth() const
{
    return std::min(MostOfName, QFontMetrics(lineFont(m_theme)).horizontalAdvance(m_name) + 1);
}

int FreshnessLabel::restWidth() const
{
    const QFontMetricsF metrics(lineFont(m_theme));
    // Room for three digits of age, so that neighbours do not shift every second.
    const QString widest = m_freshness == Freshness::Live ? QStringLiteral("59 min") : m_state;
    return int(std::ceil(metrics.horizontalAdvance(m_marks) + Gap + figuresWidth(metrics, widest) + Gap));
}

QSize FreshnessLabel::sizeHint() const
{
    return {DotWidth + nameWidth() + restWidth(), std::max(20, QFontMetrics(m_theme.font(TypeFace::Section)).height() + 4)};
}

QSize FreshnessLabel::minimumSizeHint() const
{
    return {DotWidth + std::min(LeastOfName, nameWidth()) + restWidth(), sizeHint().height()};
}

void FreshnessLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = m_theme.color(freshnessToken(m_freshness));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPointF dot(4.0, height() / 2.0);
    if (m_freshness == Freshness::Unreachable || m_freshness == Freshness::Misconfigured || m_freshness == Freshness::NeverSeen) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.5));
        painter.drawEllipse(dot, 2.8, 2.8);
    } else {
        painter.drawEllipse(dot, 3.5, 3.5);
    }
    const QFont font = lineFont(m_theme);
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetricsF metrics(font);
    const QRectF line(DotWidth, 0, width() - DotWidth, height());
    // How it stands is drawn whole; the name takes what is left.
    const qreal marks = metrics.horizontalAdvance(m_marks);
    const qreal name = std::clamp<qreal>(line.width() - restWidth(), 0, metrics.horizontalAdvance(m_name) + 1);
    paintElided(painter, QRectF(line.left(), 0, name, height()), m_name);
    painter.drawText(QRectF(line.left() + name, 0, marks + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, m_marks);
    if (m_freshness == Freshness::Live) {
        painter.setPen(m_theme.color(Token::Muted));
    }
    paintFigures(painter, line.adjusted(name + marks + Gap, 0, 0, 0), m_state, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace quarterdeck
