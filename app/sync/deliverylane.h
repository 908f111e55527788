#pragma once

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/clock.h"
#include "app/sources/api/source.h"

#include <QHash>
#include <QUuid>

#include <optional>

namespace quarterdeck {

class Store;

/// How deliveries behave.
struct DeliveryRules {
    bool isReadOnly = false;     ///< Nothing is sent; what waits is refused with the reason.
    Millis confirmAfter {1'000}; ///< Two read backs this far apart must miss an action before it counts as not done.
    Millis backoffFloor {2'000};
    Millis backoffCap {60'000};
    Millis signInPause {300'000};   ///< How long a lane rests after the source forbade the action.
    std::function<double()> random; ///< Numbers in [0, 1).
};

/// Delivers the outbox entries of one source, one at a time, oldest first. An entry is marked as being sent, durably, before a byte
/// leaves; an outcome that is not known is read back, never resent blindly. Thread: io.
class DeliveryLane final : public QObject {
    Q_OBJECT

public:
    /// `paging` may be null: such a source never delivers, but its entries still expire.
    DeliveryLane(SourceId source, PagingSource *paging, Store &store, const Clock &clock, DeliveryRules rules, QObject *parent);
    ~DeliveryLane() override;

    /// Whether the source answered last time it was asked.
    void setReachable(bool reachable) { m_isReachable = reachable; }
    /// Works through what waits, unless it is resting.
    void pump();
    /// Ends any rest.
    void resume();
    /// Pumps when a rest is over.
    void tick();
    /// A round goes on.
    bool isBusy() const { return m_isBusy; }
    /// Something waits that could be sent if the source were asked.
    bool hasWaiting() const { return m_hasWaiting; }
    /// Monotonic time of the next try; nothing when it does not rest.
    std::optional<Millis> restsUntil() const { return m_restsUntil; }
    /// Whose entries it delivers.
    const SourceId &source() const { return m_source; }

signals:
    /// An action took effect, or turned out to have: the source is worth a poll.
    void delivered();
    /// The round is over: nothing is left to try now.
    void idle();

private:
    void choose(const std::vector<OutboxEntry> &entries);
    bool endLocally(const OutboxEntry &entry);
    void send(const OutboxEntry &entry);
    void conclude(const OutboxEntry &entry, const Result<Receipt> &receipt);
    void concludeFailure(const OutboxEntry &entry, const Error &error);
    void concludeMissing(const OutboxEntry &entry, const Error &error);
    void readBack(const OutboxEntry &entry);
    void concludeReadBack(const OutboxEntry &entry, const Result<Receipt> &receipt);
    void settle(const OutboxEntry &entry, OutboxState state, const QString &detail, const QString &silence = {});
    void settleAndRest(const OutboxEntry &entry, OutboxState state, const QString &detail, Millis rest);
    void nextRound();
    void rest(Millis span);
    void stop();

    SourceId m_source;
    PagingSource *m_paging;
    Store &m_store;
    const Clock &m_clock;
    DeliveryRules m_rules;
    Backoff m_backoff;
    std::stop_source m_stop;
    QHash<QUuid, Millis> m_missingSince;
    std::optional<Millis> m_restsUntil;
    bool m_isReachable = false;
    bool m_isBusy = false;
    bool m_isPumpedAgain = false;
    bool m_hasWaiting = false;
};

} // namespace quarterdeck
