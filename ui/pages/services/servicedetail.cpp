#include "ui/pages/services/servicedetail.h"

#include "app/core/text.h"
#include "ui/pages/parts/logpane.h"
#include "ui/pages/services/panelgrid.h"
#include "ui/pages/services/serviceheader.h"
#include "ui/pages/services/sidepane.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int LogLines = 1000;

} // namespace

ServiceDetail::ServiceDetail(const PageContext &context, const ServiceListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_header(new ServiceHeader(context, this))
    , m_panels(new PanelGrid(context))
    , m_logs(new LogPane(context, QStringLiteral("serviceLog")))
    , m_side(new SidePane(context, model))
{
    const auto scrolled = [this](QWidget *content, const QString &name) {
        auto *area = new QScrollArea(this);
        area->setObjectName(name);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(content);
        return area;
    };
    auto *left = new QSplitter(Qt::Vertical, this);
    left->setObjectName(QStringLiteral("serviceSplitter"));
    left->setHandleWidth(1);
    left->setChildrenCollapsible(false);
    left->addWidget(scrolled(m_panels, QStringLiteral("servicePanels")));
    left->addWidget(m_logs);
    left->setSizes({425, 340});
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);
    QScrollArea *side = scrolled(m_side, QStringLiteral("serviceSideArea"));
    side->setFixedWidth(330);
    m_side->setMaximumWidth(330);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(left, 1);
    body->addWidget(side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body, 1);
}

void ServiceDetail::setService(const QString &name)
{
    m_name = name;
    refresh();
    m_side->setService(name);
}

void ServiceDetail::refresh()
{
    if (m_name.isEmpty()) {
        return;
    }
    const Service *known = m_model.book().service(m_name);
    Service shown;
    if (known != nullptr) {
        shown = *known;
    } else {
        shown.name = m_name;
    }
    const ServiceHealth health = m_model.book().health(m_name);
    m_header->setService(shown, known != nullptr);
    m_header->setHealth(health, known != nullptr);
    m_panels->setOnset(health.since);
    m_panels->setService(shown);
    LogQuery query;
    query.fields = shown.logFields;
    query.service = shown.logFields.empty() ? shown.name : QString();
    query.limit = LogLines;
    m_logs->setQuery(
        query, tr("No log lines for %1 in this range. Lines are matched by the service's log_fields or its name.").arg(text::plain(shown.name, 80)));
    m_side->refresh();
}

void ServiceDetail::refreshRunbook()
{
    m_side->refreshRunbook();
}

void ServiceDetail::openRunbook()
{
    m_side->openRunbook();
}

void ServiceDetail::focusLogs()
{
    m_logs->focusLines();
}

void ServiceDetail::toggleTables()
{
    m_panels->setTableShown(!m_panels->isTableShown());
}

} // namespace quarterdeck
