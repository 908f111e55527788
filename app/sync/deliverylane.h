#pragma once

#include "app/core/async.h"
#include "app/sources/api/actface.h"
#include "app/store/settlement.h"
#include "app/sync/deliveryrules.h"
#include "app/sync/entrycourses.h"

#include <QHash>
#include <QUuid>

#include <optional>

namespace quarterdeck {

class Store;

/// Delivers the outbox entries of one source, oldest first: those about the same alert or silence one after the other, all others without
/// waiting for one that hangs or is in doubt. Those that are alike go together where the source takes them so. An entry is marked as being
/// sent, durably, before a byte leaves; an outcome that is not known is read back, with others where one look tells of several, and never resent
/// blindly. Thread: io.
class DeliveryLane final : public QObject {
    Q_OBJECT

public:
    /// `acts` may be null: such a source never delivers, but its entries still expire.
    DeliveryLane(SourceId source, ActFace *acts, Store &store, const Clock &clock, DeliveryRules rules, QObject *parent);
    ~DeliveryLane() override;

    /// Whether the source answered last time it was asked.
    void setReachable(bool reachable) { m_isReachable = reachable; }
    /// Works through what waits, unless it is resting.
    void pump();
    /// Ends any rest.
    void resume();
    /// Ends the rests that are over; true when one was.
    bool endRests();
    /// Something goes on.
    bool isBusy() const { return m_isReading || !m_inFlight.isEmpty(); }
    /// An action in doubt was missed once and is looked for again in a moment.
    bool owesLook() const;
    /// Something waits that could be sent if the source were asked.
    bool hasWaiting() const { return m_hasWaiting; }

signals:
    /// An action took effect, or turned out to have: the source is worth a poll.
    void delivered();
    /// Nothing is left to try now.
    void idle();

private:
    void choose(const std::vector<OutboxEntry> &entries);
    /// How many others an entry can be sent or looked for with, itself included.
    int mostWith(const OutboxEntry &entry) const;
    void begin(const std::vector<OutboxEntry> &together);
    void send(const OutboxEntry &entry);
    void sendAll(const std::vector<OutboxEntry> &together);
    void conclude(const std::vector<OutboxEntry> &together, const std::vector<Result<Outcome>> &outcomes);
    /// What an entry becomes by its outcome; nothing where that is not to be written down, or takes another look.
    std::optional<Settlement> settlementOf(const OutboxEntry &entry, const Result<Outcome> &outcome);
    void concludeUntold(const OutboxEntry &entry, const Outcome &outcome);
    void lookFor(const std::vector<OutboxEntry> &together);
    void concludeReadBack(const std::vector<OutboxEntry> &together, const std::vector<Result<Outcome>> &outcomes);
    void settle(const std::vector<Settlement> &settlements);
    /// The entry waits by itself, and the lane as well for a while where what hinders it hinders all.
    Settlement requeued(const OutboxEntry &entry, const Outcome &outcome);
    void restAll(Millis span);
    void done(const std::vector<QUuid> &entries);

    SourceId m_source;
    ActFace *m_acts;
    Store &m_store;
    const Clock &m_clock;
    DeliveryRules m_rules;
    Backoff m_backoff; ///< Of all, while the source wants a sign-in or a pause.
    std::stop_source m_stop;
    EntryCourses m_courses;
    QHash<QUuid, QUuid> m_inFlight; ///< By entry: the first of those that it is sent with.
    QUuid m_foremost;               ///< The one in flight that the others wait for; null once it is slow.
    std::optional<Millis> m_restsUntil;
    bool m_isReachable = false;
    bool m_isReading = false;
    bool m_isPumpedAgain = false;
    bool m_hasWaiting = false;
};

} // namespace quarterdeck
