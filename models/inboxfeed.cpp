#include "models/inboxfeed.h"

#include "app/core/asynctake.h"

namespace quarterdeck {

namespace {

// What was not critical and triggered before, or not there.
std::vector<Alert> newCriticals(const AlertIndex &known, const ChangeSet &changes)
{
    const auto isCritical = [](const Alert &alert) { return alert.severity == Severity::Critical && alert.state == AlertState::Triggered; };
    std::vector<Alert> found;
    for (const Alert &alert : changes.changedAlerts) {
        const int slot = isCritical(alert) ? known.slotOf(alert.key) : -1;
        if (isCritical(alert) && (slot < 0 || !isCritical(known.item(slot).alert))) {
            found.push_back(alert);
        }
    }
    return found;
}

} // namespace

InboxFeed::InboxFeed(Reader &reader, Outbox &outbox, Sources &sources, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_outbox(outbox)
    , m_sources(sources)
{
    connect(&reader, &Reader::changed, this, &InboxFeed::apply);
    connect(&sources, &Sources::statusChanged, this, [this] { takeStatuses(); });
    connect(&sources, &Sources::pausedChanged, this, [this] { takeStatuses(); });
}

InboxFeed::~InboxFeed()
{
    m_cancel.request_stop();
}

void InboxFeed::load()
{
    takeStatuses();
    loadAlerts();
    loadServices();
    loadSilences();
    loadOutbox();
    loadJoins();
}

void InboxFeed::loadAlerts()
{
    m_early = ChangeSet {};
    thenTake(m_reader.alerts(m_cancel.get_token()), this, [this](Result<std::vector<Alert>> alerts) {
        const ChangeSet early = *std::exchange(m_early, std::nullopt);
        if (alerts) {
            m_knowledge.isLoaded = true;
            m_knowledge.problem.reset();
            m_alerts.load(std::move(*alerts));
        } else if (alerts.error().kind != ErrorKind::Cancelled) {
            m_knowledge.problem = alerts.error();
        }
        m_alerts.applyDelta(early);
        emit clearanceChanged();
    });
}

void InboxFeed::loadOutbox()
{
    then(m_outbox.entries(), this, [this](const Result<std::vector<OutboxEntry>> &entries) {
        if (entries) {
            m_outboxModel.setEntries(*entries);
            m_alerts.setOutbox(*entries);
            emit outboxChanged();
        }
    });
}

void InboxFeed::loadSilences()
{
    then(m_reader.silences(m_cancel.get_token()), this, [this](const Result<std::vector<Silence>> &silences) {
        if (silences) {
            m_silences.setSilences(*silences);
            m_alerts.setSilences(*silences);
        }
    });
}

void InboxFeed::loadServices()
{
    then(m_reader.services(m_cancel.get_token()), this, [this](const Result<std::vector<Service>> &services) {
        if (services) {
            m_services = *services;
            m_alerts.setServices(m_services);
            emit servicesChanged();
        }
    });
}

void InboxFeed::loadJoins()
{
    then(m_reader.joins(m_cancel.get_token()), this, [this](const Result<std::vector<JoinDecision>> &decisions) {
        if (decisions) {
            m_alerts.setJoinDecisions(*decisions);
        }
    });
}

void InboxFeed::apply(const ChangeSet &changes)
{
    if (m_early) {
        m_early->merge(changes);
    } else if (!changes.changedAlerts.empty() || !changes.removedAlerts.empty()) {
        const std::vector<Alert> criticals = newCriticals(m_alerts.alerts(), changes);
        m_alerts.applyDelta(changes);
        if (!criticals.empty()) {
            emit criticalsArrived(criticals);
        }
    }
    if (changes.outbox) {
        loadOutbox();
    }
    if (changes.silences) {
        loadSilences();
    }
    if (changes.joins) {
        loadJoins();
    }
    if (changes.services) {
        loadServices();
    }
    if (changes.notes || changes.history || changes.outbox) {
        emit storyChanged();
    }
}

void InboxFeed::takeStatuses()
{
    m_knowledge.sources = m_sources.statuses();
    m_knowledge.isPaused = m_sources.isPaused();
    m_offers = VerbOffers(m_knowledge.sources, m_sources.infos());
    m_alerts.setVerbs(m_offers.verbs());
    m_sourceModel.setStatuses(m_knowledge.sources);
    m_alerts.setStatuses(m_knowledge.sources);
    emit clearanceChanged();
}

const Service *InboxFeed::service(const QString &name) const
{
    const auto at = std::find_if(
        m_services.begin(), m_services.end(), [&name](const Service &service) { return service.name.compare(name, Qt::CaseInsensitive) == 0; });
    return at == m_services.end() ? nullptr : &*at;
}

GroupSummary InboxFeed::summary(const AlertGroup &group, int many) const
{
    std::vector<const Alert *> members = membersOf(m_alerts.alerts(), group);
    GroupSummary summary = summariseGroup(members, many);
    if (std::erase_if(members, [this](const Alert *alert) { return !m_offers.allow(Verb::Acknowledge, *alert); }) > 0) {
        summary.verbs = verbTargets(members, many);
    }
    summary.verbs.isOneSilence = summary.verbs.isOneSilence && m_offers.silencesByMatchers(summary.verbs.source);
    return summary;
}

Clearance InboxFeed::clearance() const
{
    return clearanceOf(m_alerts.alerts().totals(), m_knowledge);
}

} // namespace quarterdeck
