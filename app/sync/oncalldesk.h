#pragma once

#include "app/domain/oncall.h"
#include "app/sync/askedsources.h"

#include <QObject>

namespace quarterdeck {

class Store;

/// Answers for who is on call: every source that could tell is asked side by side, each for itself and into the cache, or out of the cache
/// with the reason. Thread: io.
class OnCallDesk final : public QObject {
    Q_OBJECT

public:
    /// All outlive the desk.
    OnCallDesk(std::vector<OpenSource> &sources, Store &store, const Clock &clock, QObject *parent);

    /// One page a source, live or cached.
    void read(TimeRange range, const CancelToken &cancel, const Reply<Dated<std::vector<OnCallPage>>> &reply);
    /// A source that could not be opened: its part of every answer is missing.
    void addMissing(const SourceStatus &status);

private:
    Async<Dated<OnCallPage>> readOf(const AskedSource &asked, TimeRange range, const CancelToken &cancel);
    Async<Dated<OnCallPage>> cached(const SourceId &source, TimeRange range, const Error &why);

    AskedSources m_asked;
    Store &m_store;
    const Clock &m_clock;
};

} // namespace quarterdeck
