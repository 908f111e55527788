#include "app/core/regularfile.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr qint64 Kilobyte = 1024;

tl::unexpected<Error> refused(const QString &path, int code)
{
    if (code == ENOENT || code == ENOTDIR) {
        return fail(ErrorKind::NotFound, QStringLiteral("There is no such file"), path);
    }
    const QString why = code == EACCES || code == EPERM ? QStringLiteral("you may not read it") : QString::fromLocal8Bit(std::strerror(code));
    return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg(why), path);
}

tl::unexpected<Error> irregular(const QString &path, mode_t mode)
{
    const QString what = S_ISDIR(mode) ? QStringLiteral("a folder")
        : S_ISFIFO(mode)               ? QStringLiteral("a pipe")
                                       : QStringLiteral("a device or a socket");
    return fail(ErrorKind::Rejected, QStringLiteral("This is %1, not a file").arg(what), path);
}

QString sizeText(qint64 bytes)
{
    return bytes >= Kilobyte * Kilobyte ? QStringLiteral("%1 MB").arg(bytes / (Kilobyte * Kilobyte)) : QStringLiteral("%1 KB").arg(bytes / Kilobyte);
}

} // namespace

Result<std::unique_ptr<QFile>> openRegularFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info { };
    // Looked at before it is opened: opening alone makes some devices move. Looked at again after: it may have been exchanged.
    if (::stat(name.constData(), &info) != 0) {
        return refused(path, errno);
    }
    if (!S_ISREG(info.st_mode)) {
        return irregular(path, info.st_mode);
    }
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) {
        return refused(path, errno);
    }
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(descriptor);
        return irregular(path, info.st_mode);
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg(file->errorString()), path);
    }
    return file;
}

Result<QByteArray> readRegularFile(const QString &path, qint64 limit)
{
    const auto file = openRegularFile(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const QByteArray bytes = (*file)->read(limit + 1);
    if (bytes.size() > limit) {
        return fail(ErrorKind::Rejected, QStringLiteral("The file is larger than %1").arg(sizeText(limit)), path);
    }
    if ((*file)->error() != QFileDevice::NoError) {
        return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg((*file)->errorString()), path);
    }
    return bytes;
}

} // namespace quarterdeck
