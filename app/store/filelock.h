#pragma once

#include "app/core/time.h"

#include <QString>

#include <memory>

namespace quarterdeck {

/// An exclusive lock on a file, held by the kernel until this object or its process ends: it is never stale.
class FileLock {
public:
    /// Nothing when somebody else holds it for longer than `patience`, or at once when the file cannot be made. Thread: waits on the caller's.
    static std::unique_ptr<FileLock> take(const QString &file, Millis patience = Millis(0));
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace quarterdeck
