#pragma once

#include "app/core/time.h"

#include <QString>

#include <memory>

namespace quarterdeck {

/// The lock that decides who writes state.db.
QString dataLockFile(const QString &dataFolder);
/// A process by its program, for a sentence: "Another qdeck (process 12)", "The window (process 7)", "Another program".
QString holderText(qint64 process);

/// An exclusive lock on a file, held by the kernel until this object or its process ends: it is never stale.
class FileLock {
public:
    /// Nothing when somebody else holds it for longer than `patience`, or at once when the file cannot be made. Thread: waits on the caller's.
    static std::unique_ptr<FileLock> take(const QString &file, Millis patience = Millis(0));
    /// The process that holds the lock now (this one included), -1 where it does not say; 0 where nobody does, or the file cannot be opened. Waits
    /// for nothing.
    static qint64 holder(const QString &file);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    FileLock(QString file, int descriptor)
        : m_file(std::move(file))
        , m_descriptor(descriptor)
    {
    }
    QString m_file;
    int m_descriptor;
};

} // namespace quarterdeck
