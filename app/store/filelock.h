#pragma once

#include <QString>

#include <memory>

namespace quarterdeck {

/// An exclusive lock on a file, held by the kernel until this object or its process ends: it is never stale.
class FileLock {
public:
    /// Nothing when somebody else holds it or the file cannot be made.
    static std::unique_ptr<FileLock> take(const QString &file);
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
