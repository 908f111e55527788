#include "app/store/filelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace quarterdeck {

namespace {
constexpr unsigned long TriedEveryMs = 20;
}

std::unique_ptr<FileLock> FileLock::take(const QString &file, Millis patience)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        return nullptr;
    }
    const QDeadlineTimer end(patience);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK || end.hasExpired()) {
            ::close(descriptor);
            return nullptr;
        }
        QThread::msleep(TriedEveryMs);
    }
    return std::unique_ptr<FileLock>(new FileLock(descriptor));
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

} // namespace quarterdeck
