#include "app/net/tlsfiles.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace quarterdeck {

namespace {

// All authorities of a system are a quarter of a megabyte.
constexpr qint64 LargestFile = 16LL * 1024 * 1024;
constexpr std::size_t MostOfKey = 64 * 1024;

tl::unexpected<Error> refused(const QString &what)
{
    return tl::unexpected(Error {ErrorKind::Tls, what, QStringLiteral("tls_config"), 0, std::nullopt});
}

/// Why a file cannot be used, and its first bytes.
QString problemOf(const QString &path, QByteArray &start)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        return errno == ENOENT ? QStringLiteral("there is no such file") : QString::fromLocal8Bit(std::strerror(errno));
    }
    struct stat facts { };
    QString problem;
    if (::fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        problem = QStringLiteral("it is not a regular file");
    } else if (facts.st_size > LargestFile) {
        problem = QStringLiteral("it is larger than 16 MB");
    } else if (facts.st_size == 0) {
        problem = QStringLiteral("it is empty");
    } else {
        start.resize(MostOfKey);
        start.resize(std::max<qsizetype>(0, ::read(file, start.data(), MostOfKey)));
    }
    ::close(file);
    return problem;
}

} // namespace

Result<Done> checkTlsFiles(const TlsConfig &tls)
{
    QByteArray start;
    struct Named {
        QString path;
        QString what;
    };
    for (const Named &file : {Named {tls.ca.isEmpty() ? tls.caFile : QString(), QStringLiteral("CA file")},
             Named {tls.cert.isEmpty() ? tls.certFile : QString(), QStringLiteral("client certificate")},
             Named {tls.keyFile, QStringLiteral("client key")}}) {
        const QString problem = file.path.isEmpty() ? QString() : problemOf(file.path, start);
        if (!problem.isEmpty()) {
            return refused(QStringLiteral("Cannot read the %1 %2: %3.").arg(file.what, file.path, problem));
        }
    }
    if (!tls.keyFile.isEmpty() && (start.contains("ENCRYPTED PRIVATE KEY") || start.contains("Proc-Type: 4,ENCRYPTED"))) {
        return refused(QStringLiteral("The client key %1 is locked with a pass phrase, which is never asked for. Write an unlocked copy that only "
                                      "you can read: openssl pkey -in %1 -out NEW")
                           .arg(tls.keyFile));
    }
    return Done {};
}

} // namespace quarterdeck
