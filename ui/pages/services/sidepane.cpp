#include "ui/pages/services/sidepane.h"

#include "app/core/clock.h"
#include "ui/pages/services/alertrow.h"
#include "ui/pages/services/healthwords.h"
#include "ui/pages/services/runbookcard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"

#include <QPainter>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int alertLimit = 8;

void markChip(Chip *chip, const ServiceHealth &health)
{
    switch (health.health) {
    case Health::Ok:
        chip->setMark(Chip::Mark::Ok);
        break;
    case Health::Unknown:
        chip->setMark(Chip::Mark::Stale);
        break;
    case Health::Critical:
        chip->setMark(Chip::Mark::Severity, Severity::Critical);
        break;
    case Health::Error:
        chip->setMark(Chip::Mark::Severity, Severity::Error);
        break;
    case Health::Warning:
        chip->setMark(Chip::Mark::Severity, Severity::Warning);
        break;
    case Health::Info:
        chip->setMark(Chip::Mark::Severity, Severity::Info);
        break;
    }
}

} // namespace

SidePane::SidePane(const PageContext &context, const ServiceListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_alertsHead(new SectionHead(context.theme, tr("Open alerts"), this))
    , m_alerts(new QVBoxLayout)
    , m_noAlerts(new PlainLabel(this))
    , m_runbook(new RunbookCard(context, this))
    , m_dependsHead(new SectionHead(context.theme, tr("Depends on"), this))
    , m_dependsBox(new QWidget(this))
    , m_depends(new FlowRow(m_dependsBox))
    , m_dependentsHead(new SectionHead(context.theme, tr("Dependents"), this))
    , m_dependentsBox(new QWidget(this))
    , m_dependents(new FlowRow(m_dependentsBox))
    , m_description(new PlainLabel(this))
{
    setObjectName(QStringLiteral("serviceSide"));
    m_noAlerts->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_noAlerts->setWordWrap(true);
    m_description->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_description->setWordWrap(true);
    m_alerts->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addWidget(m_alertsHead);
    column->addWidget(m_noAlerts);
    column->addLayout(m_alerts);
    column->addSpacing(10);
    column->addWidget(m_runbook);
    column->addSpacing(10);
    column->addWidget(m_dependsHead);
    column->addWidget(m_dependsBox);
    column->addSpacing(10);
    column->addWidget(m_dependentsHead);
    column->addWidget(m_dependentsBox);
    column->addSpacing(10);
    column->addWidget(m_description);
    column->addStretch(1);
}

void SidePane::setService(const QString &name)
{
    if (name != m_name) {
        m_shown.clear();
        m_shownMinute = 0;
    }
    m_name = name;
    m_neighbourState.clear();
    refresh();
    refreshRunbook();
}

void SidePane::refresh()
{
    const std::vector<Alert> alerts = m_model.book().alerts().openOf(m_name);
    const qint64 minute = m_context.clock.now().ms / 60'000;
    if (alerts != m_shown || minute != m_shownMinute) {
        const bool isSameSet = std::ranges::equal(alerts, m_shown, {}, &Alert::key, &Alert::key);
        m_shown = alerts;
        m_shownMinute = minute;
        fillAlerts(alerts);
        m_runbook->setAlert(alerts.empty() ? std::nullopt : std::optional<Alert>(alerts.front()), !isSameSet);
    }
    m_noAlerts->setVisible(alerts.empty());
    const ServiceHealth health = m_model.book().health(m_name);
    m_noAlerts->setPlain(health.isCertain ? tr("None. Every source is up to date.")
            : health.isToldOf             ? tr("None known, but not every source is up to date.")
                                          : tr("Unknown: no alert source is connected."));
    const Service *service = m_model.book().service(m_name);
    const Service none;
    const Service &shown = service != nullptr ? *service : none;
    QString state;
    for (const QString &name : shown.dependsOn + QStringList(QString()) + shown.dependents) {
        state += name + u'=' + QString::number(int(m_model.book().health(name).health)) + u';';
    }
    if (state != m_neighbourState) {
        m_neighbourState = state;
        fillNeighbours(m_depends, m_dependsBox, m_dependsHead, shown.dependsOn);
        fillNeighbours(m_dependents, m_dependentsBox, m_dependentsHead, shown.dependents);
    }
    m_description->setPlain(shown.description.left(400));
}

void SidePane::refreshRunbook()
{
    m_runbook->reload();
}

void SidePane::openRunbook()
{
    m_runbook->open();
}

void SidePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Token::Surface));
    painter.fillRect(QRect(0, 0, 1, height()), m_context.theme.color(Token::Hairline));
}

void SidePane::fillAlerts(const std::vector<Alert> &alerts)
{
    while (QLayoutItem *item = m_alerts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int count = int(alerts.size());
    m_alertsHead->setRemark(count > 0 ? QString::number(count) : QString());
    for (int i = 0; i < std::min(count, alertLimit); ++i) {
        const Alert &alert = alerts[size_t(i)];
        auto *row = new AlertRow(m_context.theme, alert, m_context.clock.now(), this);
        const QString key = alert.key.toString();
        connect(row, &QAbstractButton::clicked, this, [this, key] { m_context.navigator.go({QStringLiteral("inbox"), key, {}}); });
        m_alerts->addWidget(row);
    }
    if (count > alertLimit) {
        auto *more = new PlainLabel(tr("and %n more in the inbox", nullptr, count - alertLimit), this);
        more->setLook(m_context.theme, TypeFace::Body, Token::Muted);
        m_alerts->addWidget(more);
    }
}

void SidePane::fillNeighbours(FlowRow *row, QWidget *box, SectionHead *head, const QStringList &names)
{
    row->clear();
    head->setVisible(!names.isEmpty());
    box->setVisible(!names.isEmpty());
    for (const QString &name : names.mid(0, 40)) {
        auto *chip = new Chip(m_context.theme, name, box);
        const ServiceHealth health = m_model.book().health(name);
        markChip(chip, health);
        chip->setMaximumWidth(298);
        chip->setObjectName(QStringLiteral("neighbour_") + name);
        chip->setAccessibleName(tr("%1, %2").arg(name, healthSentence(health, m_context.time, m_context.clock.now())));
        connect(chip, &QAbstractButton::clicked, this, [this, name] { m_context.navigator.go({QStringLiteral("services"), name, {}}); });
        row->addWidget(chip);
    }
    box->updateGeometry();
}

} // namespace quarterdeck
