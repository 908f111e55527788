#include "app/store/filelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QMutex>
#include <QStringList>
#include <QThread>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace quarterdeck {

namespace {
constexpr unsigned long TriedEveryMs = 20;

// What this process holds itself: the kernel tells two descriptors of one process apart no better than two processes.
QMutex heldMutex;
QStringList heldFiles;

// For whoever waits, to say for whom. The lock itself is the kernel's: it holds on a full disk too.
bool noteHolder(int descriptor)
{
    const QByteArray self = QByteArray::number(::getpid()) + '\n';
    return ::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, self.constData(), std::size_t(self.size()), 0) == self.size();
}

} // namespace

QString dataLockFile(const QString &dataFolder)
{
    return dataFolder + QStringLiteral("/state.lock");
}

QString holderText(qint64 process)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    const QByteArray program = process > 0 && name.open(QIODevice::ReadOnly) ? name.readLine().trimmed() : QByteArray();
    if (program == "quarterdeck" || program == "qdeck") {
        return QStringLiteral("%1 (process %2)")
            .arg(program == "qdeck" ? QStringLiteral("Another qdeck") : QStringLiteral("The window"))
            .arg(process);
    }
    return QStringLiteral("Another program");
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
    static_cast<void>(noteHolder(descriptor));
    const QMutexLocker held(&heldMutex);
    heldFiles.append(file);
    return std::unique_ptr<FileLock>(new FileLock(file, descriptor));
}

qint64 FileLock::holder(const QString &file)
{
    {
        const QMutexLocker held(&heldMutex);
        if (heldFiles.contains(file)) {
            return ::getpid();
        }
    }
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        return 0;
    }
    qint64 process = 0;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        char text[24] {};
        const ssize_t size = ::pread(descriptor, text, sizeof(text) - 1, 0);
        process = size > 0 ? QByteArray(text, size).trimmed().toLongLong() : 0;
        process = process > 0 ? process : -1;
    }
    ::close(descriptor);
    return process;
}

FileLock::~FileLock()
{
    const QMutexLocker held(&heldMutex);
    heldFiles.removeOne(m_file);
    ::close(m_descriptor);
}

} // namespace quarterdeck
