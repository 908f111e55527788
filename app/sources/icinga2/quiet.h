#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"
#include "app/sources/icinga2/objects.h"

#include <QHash>
#include <QSet>

namespace quarterdeck::icinga2 {

/// What keeps problems quiet, ready to be asked by object.
class QuietBook {
public:
    explicit QuietBook(UtcTime now)
        : m_now(now)
    {
    }
    /// Acknowledgements that have not ended; of several of one object the newest counts.
    void add(const std::vector<Comment> &comments);
    /// All downtimes there are; without this call none is known, and the server's count is believed alone.
    void add(const std::vector<Downtime> &downtimes);
    /// All dependencies there are; as with the downtimes.
    void add(const std::vector<Dependency> &dependencies);
    /// A problem that may make others mean nothing.
    void add(const Checkable &problem);

    /// Sets the state of an alert and what it rests on.
    void judge(Alert &alert, const Checkable &problem) const;

private:
    void judgeAcknowledgement(Alert &alert, const Checkable &problem) const;
    QStringList downtimesOver(const Checkable &problem) const;
    QStringList problemsAbove(const Checkable &problem) const;

    UtcTime m_now;
    QHash<QString, Comment> m_acknowledgements;
    QHash<QString, std::vector<Downtime>> m_downtimes;
    QHash<QString, QStringList> m_parents;
    QSet<QString> m_problems;
    bool m_hasDowntimes = false;
    bool m_hasDependencies = false;
};

/// A downtime, as silences are listed.
Silence silenceOf(const Downtime &downtime, const SourceId &source, UtcTime now);
/// An acknowledgement that ends, as silences are listed.
Silence silenceOf(const Comment &acknowledgement, const SourceId &source, UtcTime now);

} // namespace quarterdeck::icinga2
