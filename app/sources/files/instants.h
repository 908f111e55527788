#pragma once

#include "app/logformat/record.h"
#include "app/logformat/settler.h"

#include <functional>
#include <vector>

namespace quarterdeck::files {

/// Gives each record of a file its instant. One without a time of its own has that of the record above; those at the start of a file
/// wait for the first that has one.
class Instants {
public:
    Instants(QTimeZone zone, UtcTime latest);

    using Sink = std::function<bool(const logformat::Record &, qint64 nanos)>;
    /// Hands the record over, and those that waited for it. False as soon as the sink says so.
    bool take(const logformat::Record &record, const Sink &sink);
    /// No more records come: what waits has no time.
    void finish();
    const logformat::Guesses &guesses() const { return m_settler.guesses(); }
    /// Records that had to be left out.
    qint64 untimed() const { return m_untimed; }

private:
    struct Waiting {
        logformat::Record record;
        QByteArray bytes;
    };

    logformat::Settler m_settler;
    std::optional<qint64> m_last;
    std::vector<Waiting> m_waiting;
    qint64 m_untimed = 0;
};

} // namespace quarterdeck::files
