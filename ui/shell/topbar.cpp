#include "ui/shell/topbar.h"

#include "ui/pages/api/timecontrol.h"
#include "ui/shell/palettebutton.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/segmentedrange.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QStyleOptionToolButton>
#include <QToolButton>

#include <utility>

namespace quarterdeck {

/// Shows the time without being named after it: a screen reader would be told of every second.
class ClockButton final : public QToolButton {
public:
    using QToolButton::QToolButton;
    QString shown() const { return m_shown; }
    void setShown(const QString &text)
    {
        m_shown = text;
        update();
    }

    /// What a text takes. QToolButton remembers its size hint, which knows nothing of what is shown.
    int widthOf(const QString &text) const
    {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        QSize size = fontMetrics().size(Qt::TextShowMnemonic, text);
        size.rwidth() += fontMetrics().horizontalAdvance(u' ') * 2;
        return style()->sizeFromContents(QStyle::CT_ToolButton, &option, size, this).width();
    }

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override
    {
        QToolButton::initStyleOption(option);
        option->text = m_shown;
        option->toolButtonStyle = Qt::ToolButtonTextOnly;
    }

private:
    QString m_shown;
};

TopBar::TopBar(const Theme &theme, TimeControl &time, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_time(time)
    , m_logo(new PlainLabel(this))
    , m_palette(new PaletteButton(theme, tr("Go to a page, service, alert or runbook, or run an action…"), QStringLiteral("Ctrl K"), this))
    , m_range(new SegmentedRange(theme, this))
    , m_live(new QToolButton(this))
    , m_clock(new ClockButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 10, 1);
    row->setSpacing(8);
    auto *name = new PlainLabel(QStringLiteral("Quarterdeck"), this);
    name->setLook(theme, TypeFace::Body, Token::Text, true);
    name->setFixedWidth(140);
    row->addWidget(m_logo);
    row->addWidget(name);
    row->addWidget(m_palette, 6);
    row->addStretch(1);
    row->addWidget(m_range);
    row->addWidget(m_live);
    row->addWidget(m_clock);
    m_palette->setObjectName(QStringLiteral("paletteField"));
    m_range->setObjectName(QStringLiteral("range"));
    m_live->setObjectName(QStringLiteral("liveSwitch"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_live->setCheckable(true);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // A click leaves the keys with the page.
    m_palette->setFocusPolicy(Qt::TabFocus);
    m_live->setFocusPolicy(Qt::TabFocus);
    m_clock->setFocusPolicy(Qt::TabFocus);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::paletteRequested);
    connect(m_live, &QToolButton::clicked, this, [this] { emit pauseToggled(!m_isPaused); });
    connect(m_clock, &QToolButton::clicked, this, &TopBar::zoneToggled);
    connect(m_range, &SegmentedRange::spanChosen, this, [this](Millis span) { m_time.setSpan(span); });
    connect(m_range, &SegmentedRange::customRequested, this, &TopBar::customRangeRequested);
    connect(&time, &TimeControl::rangeChanged, this, &TopBar::refreshRange);
    connect(&time, &TimeControl::zoneChanged, this, &TopBar::refreshRange);
    connect(&theme, &Theme::changed, this, &TopBar::refreshLook);
    refreshLook();
    refreshRange();
}

void TopBar::refreshLook()
{
    setFixedHeight(m_theme.controlHeight() + 16);
    m_logo->setPixmap(m_theme.icon(QStringLiteral("logo"), Token::Accent).pixmap(QSize(16, 16), devicePixelRatioF()));
    const QFontMetrics metrics(m_theme.font(TypeFace::Body));
    fitClock();
    m_clock->setFixedHeight(m_theme.controlHeight());
    m_live->setFixedHeight(m_theme.controlHeight());
    int widest = 0;
    for (const QString &words : {tr("Live"), tr("Paused"), tr("Offline"), tr("No source"), tr("%1 of %2 up to date").arg(2).arg(3)}) {
        widest = std::max(widest, metrics.horizontalAdvance(words));
    }
    m_live->setMinimumWidth(widest + 38);
    refreshSwitch();
}

void TopBar::fitClock()
{
    // As wide as it can get in this zone, so that nothing beside it moves every second.
    m_clock->setFixedWidth(m_clock->widthOf(QStringLiteral("00:00:00 ") + (m_zone.isEmpty() ? QStringLiteral("UTC") : m_zone)));
}

void TopBar::setPaused(bool paused)
{
    m_isPaused = paused;
    refreshSwitch();
}

void TopBar::setLiveCount(int live, int all, bool isOffline)
{
    if (live != m_liveCount || all != m_sourceCount || isOffline != m_isOffline) {
        m_isOffline = isOffline;
        m_liveCount = live;
        m_sourceCount = all;
        refreshSwitch();
    }
}

void TopBar::refreshSwitch()
{
    const bool isAllLive = m_sourceCount > 0 && m_liveCount == m_sourceCount;
    const Token token = m_isPaused || m_sourceCount == 0 ? Token::Muted : isAllLive ? Token::Ok : Token::Warning;
    m_live->setIcon(m_theme.icon(m_isPaused ? QStringLiteral("pause") : QStringLiteral("live"), token));
    m_live->setText(m_isPaused                ? tr("Paused")
            : m_isOffline                     ? tr("Offline")
            : m_sourceCount == 0              ? tr("No source")
            : m_sourceCount > 0 && !isAllLive ? tr("%1 of %2 up to date").arg(m_liveCount).arg(m_sourceCount)
                                              : tr("Live"));
    m_live->setChecked(m_isPaused);
    setTone(*m_live, token == Token::Ok ? QStringLiteral("ok") : token == Token::Warning ? QStringLiteral("warning") : QString());
    m_live->setAccessibleName(m_isPaused ? tr("Paused: no source is being polled. Click to resume.")
                                         : tr("Live: %1 of %2 sources up to date. Click to pause.").arg(m_liveCount).arg(m_sourceCount));
    m_live->setToolTip(m_live->accessibleName() + tr(" (Ctrl+L)"));
}

void TopBar::refreshRange()
{
    const TimeRange range = m_time.range();
    m_range->setCustom(m_time.clockText(range.from, false) + QStringLiteral(" – ") + m_time.clockText(range.to, false), !m_time.isSliding());
    if (m_time.isSliding()) {
        m_range->setSpan(m_time.span());
    }
}

void TopBar::tick(const QString &clockText, const QString &zoneText)
{
    const QString shown = clockText + u' ' + zoneText;
    if (m_clock->shown() == shown) {
        return;
    }
    if (std::exchange(m_zone, zoneText) != zoneText) {
        fitClock();
        m_clock->setAccessibleName(tr("Time zone: %1. Click to switch.").arg(zoneText));
    }
    m_clock->setShown(shown);
    if (m_time.isSliding()) {
        refreshRange();
    }
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    paintHairline(painter, rect(), m_theme);
}

} // namespace quarterdeck
