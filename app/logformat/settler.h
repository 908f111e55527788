#pragma once

#include "app/core/time.h"
#include "app/logformat/stamp.h"

#include <QSet>
#include <QTimeZone>

namespace quarterdeck::logformat {

/// What was taken for true beside what the records say.
struct Guesses {
    bool hasZone = false;      ///< A time without a zone was taken for one of the zone of the file.
    bool hasYear = false;      ///< A date without a year was taken for the latest before the last change of the file.
    QSet<QByteArray> words {}; ///< Zone words that are not those of the zone of the file.

    void add(const Guesses &more);
};

/// Makes instants of written times by what is known of their file. Not for several threads at once.
class Settler {
public:
    /// `zone` is that of whoever writes the file; `latest` its last change, of which years are reckoned back.
    Settler(QTimeZone zone, UtcTime latest);

    /// Units: nanoseconds since the epoch. Nothing where there is no time, or no such date.
    std::optional<qint64> nanos(const Stamp &stamp);
    const Guesses &guesses() const { return m_guesses; }

private:
    /// Of a quarter of an hour as the clocks of the zone showed it.
    struct Quarter {
        qint64 at = -1;
        int offset = 0;  ///< Seconds east of UTC.
        QByteArray name; ///< As the zone calls itself then.
    };

    const Quarter &quarterOf(qint64 local);
    int offsetAt(qint64 utc) const;
    qint64 byWord(const Stamp &stamp);
    std::optional<qint64> byYear(const Stamp &stamp);

    QTimeZone m_zone;
    UtcTime m_latest;
    Quarter m_quarter;
    Guesses m_guesses;
};

} // namespace quarterdeck::logformat
