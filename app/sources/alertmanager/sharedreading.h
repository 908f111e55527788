#pragma once

#include "app/domain/action.h"
#include "app/domain/outcome.h"
#include "app/sources/alertmanager/gathering.h"

#include <QHash>
#include <QSet>

namespace quarterdeck::alertmanager {

/// One reading of the members for several acknowledgements that come one after the other. It decides only about what was wished for before it
/// was asked for and was never tried, and only for a moment; a write that it does not know of, or that fails, ends it. Thread: io.
class SharedReading {
public:
    /// `clock` outlives it.
    explicit SharedReading(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// The reading by which this action may be decided; null where it has to be read anew.
    std::shared_ptr<const Reading> forAction(const AlertAction &action) const;
    /// True where an acknowledgement came just before, and everything is read fast: then the next reading is of everything, to be shared.
    bool isWorthwhile() const;
    /// Everything is asked for now; yields what to give to keep() with the answer.
    Millis ask();
    void keep(const Reading &reading, Millis asked);
    /// The action is being carried out: what comes of it is not in the reading.
    void begin(const AlertAction &action);
    void end(const AlertAction &action, const Result<Outcome> &outcome);
    /// The action is looked for, so it was tried before.
    void looksFor(const AlertAction &action) { m_tried.insert(action.id); }

private:
    std::shared_ptr<const Reading> m_reading;
    const Clock &m_clock;
    UtcTime m_askedAt;
    Millis m_asked {0};
    std::optional<Millis> m_slowAt;        ///< When reading everything took too long.
    std::optional<Millis> m_endedAt;       ///< When an acknowledgement ended.
    QHash<QString, Millis> m_writtenUntil; ///< Alerts and matchers, by when the last write about them ended.
    QSet<QUuid> m_tried;
};

} // namespace quarterdeck::alertmanager
