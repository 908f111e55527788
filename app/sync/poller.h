#pragma once

#include "app/sources/api/alertface.h"
#include "app/sync/rhythm.h"
#include "app/sync/servicerules.h"
#include "app/sync/snapshotdiff.h"

namespace quarterdeck {

class Store;

/// Polls one source of alerts and writes what changed. A failed or incomplete poll resolves nothing. Thread: io.
class Poller final : public Rhythm {
    Q_OBJECT

public:
    /// `rules` and `face` outlive the poller.
    Poller(SourceId source, AlertFace &face, Store &store, const ServiceRules &rules, const Clock &clock, StatusBoard &board, PollTimes times,
        QObject *parent = nullptr);

    /// Nothing: only a poll tells what is open.
    void answered() override { }

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
    void take(AlertSnapshot snapshot);
    void store(AlertSnapshot snapshot);
    void refuse(const Error &error);

    AlertFace &m_face;
    Store &m_store;
    const ServiceRules &m_rules;
    KnownAlerts m_known;
    bool m_isLoaded = false;
    bool m_hasPolled = false;
};

} // namespace quarterdeck
