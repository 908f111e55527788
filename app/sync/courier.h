#pragma once

#include "app/sync/deliverylane.h"
#include "app/sync/surplus.h"

#include <map>

namespace quarterdeck {

/// All delivery lanes. Thread: io.
class Courier final : public QObject {
    Q_OBJECT

public:
    /// `store` and `clock` outlive the courier.
    Courier(Store &store, const Clock &clock, DeliveryRules rules, QObject *parent = nullptr);
    /// `acts` may be null: the source is configured but cannot be opened.
    void addSource(const SourceId &source, ActFace *acts);
    /// Whether a source answered when it was asked last: what waits for one that did not is held back.
    void setReachable(const SourceId &source, bool reachable);
    /// The silences that a poll of this source brought: one that is ours and surplus is ended.
    void sawSilences(const SourceId &source, const std::vector<Silence> &silences);
    /// Works through what waits, for one source or all, as far as it may be sent.
    void pump(const SourceId &source = {});
    /// Ends every rest, for one source or all: somebody asked for it.
    void resume(const SourceId &source);
    /// Ends rests that are over. Where it delivers: works through what they held back, and looks now and then for entries that ran out of time.
    void tick(bool delivers);
    /// A lane is at work, or a surplus silence is being ended.
    bool isBusy() const;
    /// An action in doubt is looked for a second time in a moment: who waits for an outcome waits for that, too.
    bool owesLook() const;
    /// Sources that something waits for.
    std::vector<SourceId> waiting() const;

signals:
    /// The world at this source may have changed: it is worth a poll.
    void delivered(const QString &source);
    /// A lane ended its round.
    void idle();

private:
    Store &m_store;
    const Clock &m_clock;
    DeliveryRules m_rules;
    std::map<SourceId, DeliveryLane *> m_lanes;
    std::map<SourceId, Surplus *> m_surplus;
    Millis m_sweptAt;
};

} // namespace quarterdeck
