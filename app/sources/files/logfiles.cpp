#include "app/sources/files/logfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

#include <glob.h>
#include <sys/stat.h>

namespace quarterdeck::files {

namespace {

constexpr std::size_t MostFiles = 5000;
constexpr int DeepestFolder = 8;

/// What log libraries number or date inside a name: "app.1.log", "app-2026-06-01.log", "20260601-0900-01-app.log" of "app.log".
bool isNumberedInside(const QString &name, const QFileInfo &of)
{
    if (of.suffix().isEmpty() || of.completeBaseName().isEmpty()) {
        return false;
    }
    const QRegularExpression copy(
        QStringLiteral("^(?:%1[.-](?:\\d{1,3}|\\d{8}|\\d{4}-\\d{2}-\\d{2})\\.%2|\\d{8}-\\d{4}-\\d{2}-%1\\.%2)(?:\\.(?:gz|zst|xz))?$")
            .arg(QRegularExpression::escape(of.completeBaseName()), QRegularExpression::escape(of.suffix())));
    return copy.match(name).hasMatch();
}

/// Collects files, each once, however many paths lead to it.
class Finder {
public:
    void addPath(const QString &path)
    {
        struct stat info { };
        if (::stat(QFile::encodeName(path).constData(), &info) != 0) {
            if (const QStringList matches = matchesOf(path); isPattern(path)) {
                for (const QString &match : matches) {
                    addPath(match);
                }
                if (matches.isEmpty()) {
                    m_found.problems.append(QStringLiteral("No file matches %1").arg(path));
                }
                m_found.folders.append(QFileInfo(path).path());
            } else if (!addCopies(path)) {
                m_found.problems.append(QStringLiteral("There is no file %1").arg(path));
            }
            return;
        }
        if (S_ISDIR(info.st_mode)) {
            addFolder(path, 0);
        } else if (S_ISREG(info.st_mode)) {
            addFile(path);
            addCopies(path);
        } else {
            m_found.problems.append(QStringLiteral("%1 is not a file").arg(path));
        }
    }

    FoundFiles take()
    {
        std::sort(m_found.files.begin(), m_found.files.end(),
            [](const LogFile &a, const LogFile &b) { return std::tie(a.family, a.changed, b.path) < std::tie(b.family, b.changed, a.path); });
        m_found.folders.removeDuplicates();
        return std::move(m_found);
    }

private:
    static bool isPattern(const QString &path)
    {
        return std::any_of(path.begin(), path.end(), [](QChar c) { return c == u'*' || c == u'?' || c == u'['; });
    }

    static QStringList matchesOf(const QString &pattern)
    {
        QStringList out;
        glob_t found {};
        if (isPattern(pattern) && ::glob(QFile::encodeName(pattern).constData(), GLOB_NOSORT, nullptr, &found) == 0) {
            for (std::size_t i = 0; i < found.gl_pathc; ++i) {
                out.append(QFile::decodeName(found.gl_pathv[i]));
            }
        }
        ::globfree(&found);
        return out;
    }

    void addFolder(const QString &path, int depth)
    {
        m_found.folders.append(path);
        const QDir folder(path);
        if (!QFileInfo(path).isReadable()) {
            m_found.problems.append(QStringLiteral("You may not read the folder %1").arg(path));
            return;
        }
        for (const QFileInfo &entry : folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
            if (entry.isDir() && depth == DeepestFolder) {
                m_found.problems.append(QStringLiteral("%1 is too deep: name it as a path").arg(entry.filePath()));
            } else if (entry.isDir()) {
                addFolder(entry.filePath(), depth + 1);
            } else if (entry.isFile()) {
                addFile(entry.filePath());
            }
        }
    }

    /// The rotated copies of a file. True where there is one.
    bool addCopies(const QString &path)
    {
        const QFileInfo info(path);
        bool hasAny = false;
        m_found.folders.append(info.path());
        for (const QFileInfo &entry : QDir(info.path()).entryInfoList(QDir::Files)) {
            if (entry.filePath() != path && (familyOf(entry.filePath()) == path || isNumberedInside(entry.fileName(), info))) {
                addFile(entry.filePath());
                hasAny = true;
            }
        }
        return hasAny;
    }

    void addFile(const QString &path)
    {
        struct stat info { };
        if (::stat(QFile::encodeName(path).constData(), &info) != 0 || !S_ISREG(info.st_mode)) {
            return;
        }
        const std::pair<quint64, quint64> id(info.st_dev, info.st_ino);
        if (m_known.contains(id)) {
            return;
        }
        if (m_found.files.size() >= MostFiles) {
            const QString problem = QStringLiteral("There are more than %1 files: the others are left out").arg(MostFiles);
            if (!m_found.problems.contains(problem)) {
                m_found.problems.append(problem);
            }
            return;
        }
        m_known.insert(id);
        const UtcTime changed {info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1'000'000};
        m_found.files.push_back({path, familyOf(path), info.st_size, changed, info.st_dev, info.st_ino});
    }

    FoundFiles m_found;
    QSet<std::pair<quint64, quint64>> m_known;
};

} // namespace

QString familyOf(const QString &path)
{
    // What logrotate, savelog and log libraries put behind a name: a number or a date, then the packing.
    static const QRegularExpression Behind(
        QStringLiteral("(?:[.-](?:\\d{1,3}|\\d{8}(?:[-T_]?\\d{2,10})?|\\d{10}|\\d{4}-\\d{2}-\\d{2}(?:[-_.]\\d{1,6})?))?(?:\\.(?:gz|zst|xz|bz2))?$"));
    const qsizetype name = path.lastIndexOf(u'/') + 1;
    const auto match = Behind.match(path, name);
    return match.capturedStart() > name ? path.left(match.capturedStart()) : path;
}

FoundFiles findLogFiles(const QStringList &paths)
{
    Finder finder;
    for (const QString &path : paths) {
        finder.addPath(path);
    }
    return finder.take();
}

} // namespace quarterdeck::files
