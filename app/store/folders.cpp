#include "app/store/folders.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace quarterdeck {

namespace {

constexpr mode_t Others = S_IRWXG | S_IRWXO;

void makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status { };
    if (::lstat(name.constData(), &status) == 0 && !S_ISLNK(status.st_mode) && (status.st_mode & Others) != 0) {
        ::chmod(name.constData(), status.st_mode & 0777 & ~Others);
    }
}

QString asideName(const QString &file, const QString &word, UtcTime now)
{
    const QString base = file + u'.' + word + u'-' + toDateTime(now).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = base;
    for (int i = 2; QFile::exists(name); ++i) {
        name = base + u'-' + QString::number(i);
    }
    return name;
}

} // namespace

bool makePrivateFolder(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists()) {
        QDir().mkpath(folder);
    }
    makePrivate(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.db*"), QStringLiteral("*.lock")}, QDir::Files | QDir::NoSymLinks)) {
        makePrivate(dir.filePath(name));
    }
    return dir.exists();
}

QString setAside(const QString &file, const QString &word, UtcTime now)
{
    QString name = asideName(file, word, now);
    if (!QFile::rename(file, name)) {
        return {};
    }
    QFile::rename(file + QStringLiteral("-wal"), name + QStringLiteral("-wal"));
    QFile::remove(file + QStringLiteral("-shm"));
    return name;
}

quint64 fileIdentity(const QString &file)
{
    struct stat status { };
    return ::stat(QFile::encodeName(file).constData(), &status) == 0 ? quint64(status.st_ino) : 0;
}

QStringList dailyBackups(const QString &folder)
{
    const QDir dir(folder);
    QStringList files = dir.entryList({QStringLiteral("state-[0-9]*.db")}, QDir::Files, QDir::Name);
    for (QString &file : files) {
        file = dir.absoluteFilePath(file);
    }
    return files;
}

} // namespace quarterdeck
