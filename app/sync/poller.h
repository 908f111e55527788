#pragma once

#include "app/sources/api/alertface.h"
#include "app/sync/rhythm.h"
#include "app/sync/servicerules.h"
#include "app/sync/snapshotdiff.h"

#include <QTimer>

namespace quarterdeck {

class Store;

/// Polls one source of alerts and writes what changed. A failed or incomplete poll resolves nothing. Thread: io.
class Poller final : public Rhythm {
    Q_OBJECT

public:
    /// `rules` and `face` outlive the poller.
    Poller(SourceId source, AlertFace &face, Store &store, const ServiceRules &rules, const Clock &clock, StatusBoard &board, PollTimes times,
        QObject *parent = nullptr);

    ~Poller() override;

    /// Nothing: only a poll tells what is open.
    void answered() override { }
    /// The first answer waits for this: an alert is given to its service when it is read.
    void awaitServices(Async<Done> known) { m_servicesKnown = std::move(known); }
    /// Lets the source say when it has changed, or no more. What it says makes the next poll come sooner, never more often than is good for it.
    void setWatching(bool isWatching);

signals:
    /// Alerts that began to fire, fired again, or are no longer quiet.
    void arrived(const std::vector<quarterdeck::Alert> &alerts);
    /// What the first poll held and what later ones changed, with services assigned.
    void observed(const std::vector<quarterdeck::Alert> &alerts);
    /// All silences that a poll brought.
    void silencesSeen(const std::vector<quarterdeck::Silence> &silences);

protected:
    void ask(CancelToken cancel) override;

private:
    void read(CancelToken cancel);
    void take(AlertPage snapshot);
    void store(AlertPage snapshot);
    void refuse(const Error &error);
    void heard();
    void pollSoon();

    AlertFace &m_face;
    Store &m_store;
    const ServiceRules &m_rules;
    Async<Done> m_servicesKnown = ready<Done>(Done {});
    KnownAlerts m_known;
    std::optional<QString> m_memory; ///< What is stored of the face's; nothing until that was read.
    std::optional<std::stop_source> m_watching;
    QTimer m_soon;
    Millis m_askedAt {0};    ///< Monotonic: the last poll began.
    Millis m_took {0};       ///< The last poll that is over.
    bool m_hasHeard = false; ///< Something since the last poll began.
    bool m_isLoaded = false;
    bool m_hasPolled = false;
};

} // namespace quarterdeck
