#pragma once

#include "app/sources/api/source.h"
#include "app/sync/rhythm.h"
#include "app/sync/servicerules.h"
#include "app/sync/snapshotdiff.h"

namespace quarterdeck {

class Store;

/// Polls one paging source and writes what changed. A failed or incomplete poll resolves nothing. Thread: io.
class Poller final : public Rhythm {
    Q_OBJECT

public:
    /// `rules` and `source` outlive the poller.
    Poller(PagingSource &source, Store &store, const ServiceRules &rules, const Clock &clock, StatusBoard &board, PollTimes times,
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

    PagingSource &m_paging;
    Store &m_store;
    const ServiceRules &m_rules;
    KnownAlerts m_known;
    bool m_isLoaded = false;
    bool m_hasPolled = false;
};

} // namespace quarterdeck
