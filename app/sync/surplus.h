#pragma once

#include "app/core/async.h"
#include "app/domain/action.h"

#include <QObject>
#include <QSet>

namespace quarterdeck {

class ActFace;
class Store;

/// What is to be ended of the silences that a source holds: those that bear the marker of one of our actions, although it came to another
/// silence or was given up. That is what a request leaves that lands after it was sent a second time. What a person made out of one of
/// ours (another author, other matchers, another end) is left alone.
std::vector<Silence> surplusOf(const std::vector<Silence> &silences, const std::vector<OutboxEntry> &entries);

/// Ends the surplus silences of one source. Thread: io.
class Surplus final : public QObject {
    Q_OBJECT

public:
    /// `acts` and `store` outlive it. `isReadOnly`: nothing is ever ended.
    Surplus(ActFace &acts, Store &store, bool isReadOnly, QObject *parent);
    ~Surplus() override;
    /// Looks at the silences of a poll.
    void saw(const std::vector<Silence> &silences);
    /// It looks, or ends something.
    bool isBusy() const { return m_isLooking || !m_ending.isEmpty(); }

signals:
    /// A silence was ended: the source is worth a poll.
    void ended();
    /// Nothing is left to be done now.
    void idle();

private:
    void end(const Silence &silence);

    ActFace &m_acts;
    Store &m_store;
    bool m_isReadOnly;
    bool m_isLooking = false;
    std::stop_source m_stop;
    QSet<QString> m_ending;
};

} // namespace quarterdeck
