#include "models/ownershipfeed.h"

#include "app/core/asynctake.h"
#include "app/core/clock.h"
#include "app/ports/library.h"
#include "app/ports/reader.h"
#include "app/ports/sources.h"

#include <QThreadPool>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int DaysAhead = 14;

bool tellsOnCall(const SourceStatus &status)
{
    return status.faces.testFlag(Face::OnCall);
}

} // namespace

OwnershipFeed::OwnershipFeed(
    Reader &reader, OnCallReader &onCall, const Sources &sources, const Library &library, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_onCall(onCall)
    , m_sources(sources)
    , m_library(library)
    , m_clock(clock)
{
}

OwnershipFeed::~OwnershipFeed()
{
    m_stop.request_stop();
}

void OwnershipFeed::read()
{
    if (std::exchange(m_isReading, true)) {
        return;
    }
    OwnershipFacts facts = factsAt(m_clock.now(), DaysAhead);
    m_statuses = m_sources.statuses();
    addStatuses(facts, m_statuses);
    then(m_reader.services(m_stop.get_token()), this, [this, facts = std::move(facts)](const Result<std::vector<Service>> &services) mutable {
        if (!services) {
            refuse(services.error());
            return;
        }
        facts.services = *services;
        readAlerts(std::move(facts));
    });
}

void OwnershipFeed::readAlerts(OwnershipFacts facts)
{
    then(m_reader.alerts(m_stop.get_token()), this, [this, facts = std::move(facts)](const Result<std::vector<Alert>> &alerts) mutable {
        if (!alerts) {
            refuse(alerts.error());
            return;
        }
        readIncidents(std::move(facts), *alerts);
    });
}

void OwnershipFeed::readIncidents(OwnershipFacts facts, std::vector<Alert> alerts)
{
    const TimeRange all {UtcTime {0}, facts.now};
    thenTake(m_reader.incidents(all, m_stop.get_token()), this,
        [this, facts = std::move(facts), alerts = std::move(alerts)](const Result<std::vector<Incident>> &incidents) mutable {
            if (!incidents) {
                refuse(incidents.error());
                return;
            }
            // A year of a noisy company is gone through elsewhere; what is left is asked of the library here, each title once.
            const Reply<OwnershipFacts> counted;
            then(counted.future(), this, [this, alerts = std::move(alerts)](const Result<OwnershipFacts> &done) { addRunbooks(*done, alerts); });
            QThreadPool::globalInstance()->start([counted, facts = std::move(facts), all = *incidents]() mutable {
                addIncidents(facts, all);
                counted.finish(std::move(facts));
            });
        });
}

void OwnershipFeed::addRunbooks(OwnershipFacts facts, const std::vector<Alert> &alerts)
{
    addAlerts(facts, alerts, [this](const QString &title, const QString &url, const QString &service) {
        return !url.isEmpty() || !m_library.forAlert(title, {}, service).isEmpty();
    });
    readOnCall(facts);
}

void OwnershipFeed::readOnCall(const OwnershipFacts &facts)
{
    OwnershipView view;
    view.at = facts.now;
    view.historyFrom = facts.historyFrom;
    view.isHistoryShort = facts.past.from < facts.historyFrom;
    for (const SourceStatus &status : m_statuses) {
        if (status.tellsAlerts() && status.freshness != Freshness::Live) {
            view.notLive.append(status.id);
        }
    }
    if (std::ranges::none_of(m_statuses, tellsOnCall)) {
        review(facts, view);
        return;
    }
    then(m_onCall.onCall(facts.ahead, m_stop.get_token()), this,
        [this, facts = OwnershipFacts(facts), view](const Result<OnCallAnswer> &answer) mutable {
            addOnCall(facts, answer);
            if (answer) {
                view.failures = answer->failures;
            } else {
                view.onCallError = answer.error();
            }
            review(std::move(facts), std::move(view));
        });
}

void OwnershipFeed::review(OwnershipFacts facts, OwnershipView view)
{
    const Reply<OwnershipView> reply;
    then(reply.future(), this, [this](const Result<OwnershipView> &done) {
        m_isReading = false;
        emit answered(*done);
    });
    QThreadPool::globalInstance()->start([reply, facts = std::move(facts), view = std::move(view)]() mutable {
        view.reviews = reviewOwnership(facts);
        reply.finish(std::move(view));
    });
}

void OwnershipFeed::refuse(const Error &error)
{
    m_isReading = false;
    emit failed(error);
}

} // namespace quarterdeck
