#include "ui/pages/services/servicespage.h"

#include "app/core/clock.h"
#include "app/ports/preferences.h"
#include "app/ports/reader.h"
#include "app/ports/sources.h"
#include "models/loadbyservice.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/services/healthwords.h"
#include "ui/pages/services/servicedetail.h"
#include "ui/pages/services/servicelist.h"
#include "ui/widgets/errorwords.h"

#include <QKeyEvent>
#include <QThreadPool>
#include <QTimeZone>
#include <QVBoxLayout>

namespace quarterdeck {

ServicesPage::ServicesPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_list(new ServiceList(context, m_model, this))
    , m_detail(new ServiceDetail(context, m_model, this))
{
    setObjectName(QStringLiteral("servicesPage"));
    m_list->setObjectName(QStringLiteral("serviceList"));
    m_detail->setObjectName(QStringLiteral("serviceDetail"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    addVerbs();
    connectAll();
    m_model.setStatuses(context.sources.statuses());
    loadServices();
    loadAlerts();
    loadFigures();
    m_list->focusTable();
}

void ServicesPage::show(const Destination &destination)
{
    if (destination.object.isEmpty()) {
        backToList();
    } else {
        openService(destination.object);
    }
}

Destination ServicesPage::current() const
{
    return {QStringLiteral("services"), isDetail() ? m_detail->service() : QString(), {}};
}

QList<QAction *> ServicesPage::verbs() const
{
    return m_verbs;
}

std::vector<PaletteItem> ServicesPage::find(const QString &text, int limit) const
{
    std::vector<PaletteItem> starts;
    std::vector<PaletteItem> contains;
    const QString wanted = text.trimmed();
    for (const Service &service : m_model.book().services()) {
        const qsizetype at = service.name.indexOf(wanted, 0, Qt::CaseInsensitive);
        if (at < 0 && !service.title.contains(wanted, Qt::CaseInsensitive)) {
            continue;
        }
        const QString detail = healthSentence(m_model.book().health(service.name), m_context.time, m_context.clock.now());
        (at == 0 ? starts : contains).push_back({service.name, detail, {QStringLiteral("services"), service.name, {}}});
        if (int(starts.size()) >= limit) {
            break;
        }
    }
    starts.insert(starts.end(), contains.begin(), contains.end());
    starts.resize(std::min(starts.size(), size_t(std::max(0, limit))));
    return starts;
}

QByteArray ServicesPage::exportCsv() const
{
    return m_list->exportCsv();
}

QAction *ServicesPage::addVerb(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_verbs.append(action);
    return action;
}

void ServicesPage::addVerbs()
{
    addVerb(QStringLiteral("serviceFilter"), tr("Filter services"), Qt::Key_Slash, [this] {
        backToList();
        m_list->focusFilter();
    });
    QAction *open = addVerb(QStringLiteral("serviceOpen"), tr("Open service"), {}, [this] {
        if (!isDetail() && !m_list->selected().isEmpty()) {
            openService(m_list->selected());
        }
    });
    // Enter itself is handled by the table, or it would be taken away from every button.
    open->setText(tr("Open service (Enter)"));
    addVerb(QStringLiteral("serviceBack"), tr("Back to the list"), Qt::Key_Backspace, [this] { backToList(); });
    addVerb(QStringLiteral("serviceLogs"), tr("Go to logs"), Qt::Key_L, [this] {
        if (isDetail()) {
            m_detail->focusLogs();
        }
    });
    addVerb(QStringLiteral("serviceTables"), tr("Show charts as tables"), Qt::Key_T, [this] { m_detail->toggleTables(); });
    addVerb(QStringLiteral("serviceRunbook"), tr("Start checklist"), Qt::Key_O, [this] {
        if (isDetail()) {
            m_detail->openRunbook();
        }
    });
    addVerb(QStringLiteral("rangeBack"), tr("Earlier"), Qt::Key_BracketLeft, [this] { moveRange(-0.5); });
    addVerb(QStringLiteral("rangeForward"), tr("Later"), Qt::Key_BracketRight, [this] { moveRange(0.5); });
    addVerb(QStringLiteral("zoomIn"), tr("Zoom in"), Qt::Key_Plus, [this] { zoomRange(0.5); });
    addVerb(QStringLiteral("zoomOut"), tr("Zoom out"), Qt::Key_Minus, [this] { zoomRange(2); });
}

void ServicesPage::connectAll()
{
    connect(m_list, &ServiceList::opened, this, &ServicesPage::openService);
    connect(&m_context.reader, &Reader::changed, this, [this](const ChangeSet &changes) {
        if (m_hasAlerts && (!changes.changedAlerts.empty() || !changes.removedAlerts.empty())) {
            m_model.applyAlerts(changes);
            m_detail->refresh();
        }
        if (changes.services) {
            loadServices();
        }
        if (changes.runs && isDetail()) {
            m_detail->refreshRunbook();
        }
        if (changes.history && m_context.clock.now() - m_figuresAt > Millis(60'000)) {
            loadFigures();
        }
    });
    connect(&m_context.sources, &Sources::statusChanged, this, [this] {
        m_model.setStatuses(m_context.sources.statuses());
        m_detail->refresh();
    });
    connect(&m_context.time, &TimeControl::zoneChanged, this, [this] { m_detail->refresh(); });
}

void ServicesPage::loadServices()
{
    then(m_context.reader.services(), this, [this](const Result<std::vector<Service>> &services) {
        if (!services) {
            m_list->setProblem(errorWords(services.error()));
            return;
        }
        m_model.setServices(*services);
        m_list->setLoaded();
        m_list->setProblem(m_alertProblem);
        m_detail->refresh();
    });
}

void ServicesPage::loadAlerts()
{
    then(m_context.reader.alerts(), this, [this](const Result<std::vector<Alert>> &alerts) {
        if (!alerts) {
            m_alertProblem = errorWords(alerts.error());
            m_list->setProblem(m_alertProblem);
            return;
        }
        m_hasAlerts = true;
        m_model.setAlerts(*alerts);
        m_model.resort();
        m_detail->refresh();
    });
}

void ServicesPage::loadFigures()
{
    const UtcTime now = m_context.clock.now();
    const TimeRange window {now - Millis(qint64(7) * 86'400'000), now};
    m_figuresAt = now;
    then(m_context.reader.incidents(window), this, [this, window, now](const Result<std::vector<Incident>> &incidents) {
        if (!incidents) {
            return;
        }
        ResponderZones zones = m_context.preferences.zones();
        if (!zones.contains(QString())) {
            zones.insert(QString(), QTimeZone::systemTimeZoneId());
        }
        const Reply<QHash<QString, int>> reply;
        QThreadPool::globalInstance()->start(
            [reply, found = *incidents, window, zones, now] { reply.finish(loadByService(found, window, zones, now)); });
        then(reply.future(), this, [this](const Result<QHash<QString, int>> &loads) {
            if (loads) {
                m_model.setLoads(*loads);
            }
        });
    });
}

void ServicesPage::openService(const QString &name)
{
    m_detail->setService(name);
    m_list->select(name);
    m_stack->setCurrentIndex(1);
    m_detail->setFocus(Qt::OtherFocusReason);
    emit currentChanged();
}

// No shortcut: whatever has the focus may need Escape first.
void ServicesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDetail()) {
        backToList();
        return;
    }
    Page::keyPressEvent(event);
}

void ServicesPage::backToList()
{
    m_stack->setCurrentIndex(0);
    m_list->focusTable();
    emit currentChanged();
}

void ServicesPage::moveRange(double share)
{
    const TimeRange range = m_context.time.range();
    const Millis by(qint64(double(range.length().count()) * share));
    const UtcTime now = m_context.clock.now();
    if (range.to + by >= now) {
        m_context.time.setSpan(range.length());
    } else {
        m_context.time.setFixed({range.from + by, range.to + by});
    }
}

void ServicesPage::zoomRange(double factor)
{
    const TimeRange range = m_context.time.range();
    const double wanted = double(range.length().count()) * factor;
    const Millis length(qint64(std::clamp(wanted, 60'000.0, 30.0 * 86'400'000)));
    if (m_context.time.isSliding()) {
        m_context.time.setSpan(length);
        return;
    }
    const UtcTime middle = range.from + range.length() / 2;
    const UtcTime end = std::min(middle + length / 2, m_context.clock.now());
    m_context.time.setFixed({end - length, end});
}

} // namespace quarterdeck
