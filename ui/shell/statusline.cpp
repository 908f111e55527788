#include "ui/shell/statusline.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/freshnesslabel.h"
#include "ui/widgets/outboxtext.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace quarterdeck {

StatusLine::StatusLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_rest(new PlainLabel(this))
    , m_outbox(new QToolButton(this))
    , m_help(new QToolButton(this))
{
    m_row->setContentsMargins(14, 1, 6, 0);
    m_row->setSpacing(14);
    m_row->addWidget(m_rest);
    m_row->addStretch(1);
    m_row->addWidget(m_outbox);
    m_row->addWidget(m_help);
    m_rest->setLook(theme, TypeFace::Body, Token::Muted);
    m_rest->setObjectName(QStringLiteral("statusRest"));
    m_rest->setEliding(true);
    m_outbox->setObjectName(QStringLiteral("outboxButton"));
    setOutbox({});
    m_help->setObjectName(QStringLiteral("helpButton"));
    m_help->setText(tr("? shortcuts"));
    m_help->setAccessibleName(tr("Keyboard shortcuts"));
    for (QToolButton *button : {m_outbox, m_help}) {
        button->setFocusPolicy(Qt::TabFocus); // A click leaves the keys with the page.
        button->setFixedHeight(24);
        button->setProperty("small", true);
    }
    setFixedHeight(28);
    connect(m_outbox, &QToolButton::clicked, this, &StatusLine::outboxRequested);
    connect(m_help, &QToolButton::clicked, this, &StatusLine::helpRequested);
    rebuild();
}

void StatusLine::setSources(const std::vector<SourceStatus> &statuses)
{
    m_statuses = statuses;
    rebuild();
}

void StatusLine::setSource(const SourceStatus &status)
{
    for (SourceStatus &known : m_statuses) {
        if (known.id == status.id) {
            known = status;
            return;
        }
    }
    m_statuses.push_back(status);
    rebuild();
}

int StatusLine::liveCount() const
{
    return int(std::count_if(m_statuses.begin(), m_statuses.end(), [](const SourceStatus &status) { return status.freshness == Freshness::Live; }));
}

bool StatusLine::tellsAlerts() const
{
    return verdictOf(m_statuses).kind != Verdict::Kind::NothingKnown;
}

bool StatusLine::isOffline() const
{
    const auto isOut = [](const SourceStatus &status) { return status.freshness == Freshness::Unreachable; };
    const auto isSilent = [&](const SourceStatus &status) { return isOut(status) || status.freshness == Freshness::NeverSeen; };
    return std::all_of(m_statuses.begin(), m_statuses.end(), isSilent) && std::any_of(m_statuses.begin(), m_statuses.end(), isOut);
}

void StatusLine::rebuild()
{
    const std::size_t wanted = std::min(m_statuses.size(), MaxShown);
    while (m_labels.size() < wanted) {
        auto *label = new FreshnessLabel(m_theme, this);
        label->setObjectName(QStringLiteral("source%1").arg(m_labels.size()));
        m_row->insertWidget(int(m_labels.size()), label);
        m_labels.push_back(label);
    }
    fit();
}

void StatusLine::tick(UtcTime now, const std::function<QString(UtcTime)> &clockText)
{
    for (std::size_t i = 0; i < std::min(m_labels.size(), m_statuses.size()); ++i) {
        const SourceStatus &status = m_statuses.at(i);
        m_labels.at(i)->setStatus(status, now, clockText(status.lastOkAt.isValid() ? status.lastOkAt : status.since));
    }
    fit();
}

int StatusLine::staleFrom(std::size_t first) const
{
    return int(std::count_if(m_statuses.begin() + std::ptrdiff_t(std::min(first, m_statuses.size())), m_statuses.end(),
        [](const SourceStatus &status) { return status.freshness != Freshness::Live; }));
}

QString StatusLine::restText(std::size_t shown) const
{
    if (m_statuses.empty()) {
        return tr("No source is connected.");
    }
    if (shown < m_statuses.size()) {
        const auto hidden = qsizetype(m_statuses.size() - shown);
        const int stale = staleFrom(shown);
        return stale > 0 ? tr("and %1 more, %2 not up to date").arg(hidden).arg(stale) : tr("and %1 more, up to date").arg(hidden);
    }
    if (liveCount() == 0) {
        return tr("Everything shown is cached.");
    }
    return tellsAlerts() ? QString() : tr("No alert source is connected.");
}

int StatusLine::widthOf(std::size_t shown) const
{
    const QMargins margins = m_row->contentsMargins();
    int all = margins.left() + margins.right() + m_outbox->sizeHint().width() + m_row->spacing() + m_help->sizeHint().width();
    for (std::size_t i = 0; i < shown; ++i) {
        all += m_labels.at(i)->minimumSizeHint().width() + m_row->spacing();
    }
    return all + m_rest->fontMetrics().horizontalAdvance(restText(shown)) + 2 * m_row->spacing();
}

void StatusLine::fit()
{
    std::size_t shown = std::min(m_statuses.size(), m_labels.size());
    while (shown > 1 && widthOf(shown) > width()) {
        --shown;
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setVisible(i < shown);
    }
    m_rest->setPlain(restText(shown));
    // Names are cut before this is.
    m_rest->setMinimumWidth(std::min(m_rest->fontMetrics().horizontalAdvance(m_rest->text()) + 2, width() / 3));
    m_rest->setLook(m_theme, TypeFace::Body, staleFrom(shown) > 0 || !tellsAlerts() ? Token::Warning : Token::Muted);
}

// What does not fit is counted, so that no name makes the window wider.
QSize StatusLine::minimumSizeHint() const
{
    return {0, height()};
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusLine::setOutbox(const std::vector<OutboxEntry> &entries)
{
    const OutboxCount count = countOutbox(entries);
    m_outbox->setText(outboxText(count));
    m_outbox->setAccessibleName(m_outbox->text());
    setTone(*m_outbox, count.needsPerson() ? QStringLiteral("warning") : QString());
}

void StatusLine::setOutboxUnreadable(const QString &why)
{
    m_outbox->setText(tr("Outbox: unreadable"));
    m_outbox->setAccessibleName(m_outbox->text());
    setHint(m_outbox, why);
    setTone(*m_outbox, QStringLiteral("critical"));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Hairline));
}

} // namespace quarterdeck
