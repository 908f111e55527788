#include "ui/widgets/freshnesslabel.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QToolTip>

namespace quarterdeck {

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
    const QString insecure = status.isInsecure ? tr(" (certificate not verified)") : QString();
    const QString name = text::plain(status.id, 40) + members + insecure;
    if (name == m_name && state == m_state && status.freshness == m_freshness) {
        return;
    }
    const bool isResized = name != m_name || state.size() != m_state.size() || status.freshness != m_freshness;
    m_name = name;
    m_state = state;
    m_freshness = status.freshness;
    m_hint = tr("Source %1: %2").arg(name, isLive ? tr("up to date, %1 ago").arg(state) : state);
    // Who listens is not told of every second.
    const bool isFresh = isLive && now - status.lastOkAt < Millis(60'000);
    const QString spoken = isFresh ? tr("Source %1: %2").arg(name, freshnessWord(status.freshness)) : m_hint;
    const QString why = status.error ? text::plain(status.error->what, 300) : QString();
    m_hint += why.isEmpty() ? QString() : u'\n' + status.error->what;
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

QSize FreshnessLabel::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TypeFace::Section));
    // Room for three digits of age, so that neighbours do not shift every second.
    const QString widest = m_freshness == Freshness::Live ? QStringLiteral("59 min") : m_state;
    return {14 + metrics.horizontalAdvance(m_name) + 6 + metrics.horizontalAdvance(widest) + 4, std::max(20, metrics.height() + 4)};
}

QSize FreshnessLabel::minimumSizeHint() const
{
    return {60, sizeHint().height()};
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
    QFont font = m_theme.font(TypeFace::Section);
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    painter.setPen(colour);
    const qreal nameWidth = QFontMetricsF(font).horizontalAdvance(m_name) + 1;
    const QRectF line(14, 0, width() - 14, height());
    paintElided(painter, line, m_name);
    if (m_freshness == Freshness::Live) {
        painter.setPen(m_theme.color(Token::Muted));
    }
    const QRectF rest = line.adjusted(nameWidth + 5, 0, 0, 0);
    if (rest.width() > 8) {
        paintFigures(painter, rest, m_state, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

} // namespace quarterdeck
