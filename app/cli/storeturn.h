#pragma once

#include "app/core/clock.h"

#include <QString>

namespace quarterdeck {

/// What a command wants of the store.
enum class Purpose : quint8 {
    Read, ///< What is known now: it waits its turn to ask the sources.
    Act   ///< Something is to be stored: whoever holds the store takes it, however long that one still waits for a source.
};

/// Whether another program holds the store of this data folder now.
bool isHeldByOther(const QString &dataFolder);

/// Where one run of qdeck stands in the queue for the store, which one program holds at a time. Thread: main; it runs the event loop.
class StoreTurn {
public:
    enum class Is : quint8 { Free, Beside, Interrupted };

    /// `patience`: for one holder that takes no writes. `clock` outlives it.
    StoreTurn(QString dataFolder, QString runtimeFolder, Purpose purpose, Millis patience, const Clock &clock);
    /// Waits until nobody holds the store, or there is nothing to wait for. Says on standard error who is waited for after a second.
    Is await();
    /// So long that nobody waits any longer.
    bool isOver() const;

private:
    QString m_lockFile;
    QString m_runtime;
    Purpose m_purpose;
    Millis m_patience;
    const Clock &m_clock;
    Millis m_begun;
    qint64 m_holder = 0; ///< The process that is waited for,
    Millis m_since {0};  ///< and since when.
    bool m_isTold = false;
};

} // namespace quarterdeck
