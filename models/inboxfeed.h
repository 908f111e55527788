#pragma once

#include "app/ports/outbox.h"
#include "app/ports/sources.h"
#include "models/alertmodel.h"
#include "models/clearance.h"
#include "models/groupsummary.h"
#include "models/outboxmodel.h"
#include "models/silencemodel.h"
#include "models/sourcemodel.h"
#include "models/verboffers.h"

namespace quarterdeck {

/// Keeps the models of the inbox equal to what is stored: reads once, then follows changes. Thread: main.
class InboxFeed final : public QObject {
    Q_OBJECT

public:
    InboxFeed(Reader &reader, Outbox &outbox, Sources &sources, QObject *parent = nullptr);
    ~InboxFeed() override;

    /// Reads everything anew.
    void load();
    AlertModel &alerts() { return m_alerts; }
    const AlertModel &alerts() const { return m_alerts; }
    OutboxModel &outbox() { return m_outboxModel; }
    SilenceModel &silences() { return m_silences; }
    SourceModel &sources() { return m_sourceModel; }
    const std::vector<Service> &services() const { return m_services; }
    /// Nothing where no such service is known.
    const Service *service(const QString &name) const;
    Clearance clearance() const;
    /// What can be done to the alerts. Good until the next change of a source.
    const VerbOffers &offers() const { return m_offers; }
    /// What there is to say about a group; its verbs are about what can be acted on. `many` as in summariseGroup().
    GroupSummary summary(const AlertGroup &group, int many) const;

signals:
    /// Alerts that were not critical and triggered before, or not there.
    void criticalsArrived(const std::vector<quarterdeck::Alert> &alerts);
    /// Loaded, failed, or a source or the pause changed: what an empty list means may be different.
    void clearanceChanged();
    void outboxChanged();
    void servicesChanged();
    /// Notes or history of some alert are different.
    void storyChanged();

private:
    void apply(const ChangeSet &changes);
    void loadAlerts();
    void loadOutbox();
    void loadSilences();
    void loadServices();
    void loadJoins();
    void takeStatuses();

    Reader &m_reader;
    Outbox &m_outbox;
    Sources &m_sources;
    std::stop_source m_cancel;
    AlertModel m_alerts;
    OutboxModel m_outboxModel;
    SilenceModel m_silences;
    SourceModel m_sourceModel;
    std::vector<Service> m_services;
    InboxKnowledge m_knowledge;
    VerbOffers m_offers;
    std::optional<ChangeSet> m_early; // came while the first read was under way
};

} // namespace quarterdeck
