#include "app/bootstrap/catalogfiles.h"

#include "app/core/regularfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <deque>

#include <glob.h>

namespace quarterdeck {

namespace {

constexpr qint64 LargestFile = 4LL * 1024 * 1024;
constexpr qsizetype MostFiles = 2000;

bool hasWildcard(const QString &pattern)
{
    return pattern.contains(u'*') || pattern.contains(u'?') || pattern.contains(u'[');
}

QStringList matching(const QString &pattern)
{
    if (!hasWildcard(pattern)) {
        return {pattern};
    }
    QStringList files;
    glob_t found {};
    if (::glob(QFile::encodeName(pattern).constData(), 0, nullptr, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc && files.size() <= MostFiles; ++i) {
            files.append(QFile::decodeName(found.gl_pathv[i]));
        }
    }
    ::globfree(&found);
    return files;
}

class Reading {
public:
    /// `list`: how the files are read where they are lists; outlives this.
    void add(const QString &pattern, const CatalogList *list = nullptr)
    {
        const QStringList files = matching(pattern);
        if (files.isEmpty()) {
            lose(pattern, QStringLiteral("%1: this matches no file").arg(pattern));
        }
        for (const QString &file : files) {
            enqueue({file, QFileInfo(QFileInfo(file).absolutePath()).canonicalFilePath(), list});
        }
    }

    Catalogs run()
    {
        while (!m_waiting.empty()) {
            const Waiting next = m_waiting.front();
            m_waiting.pop_front();
            read(next);
        }
        m_out.lost.removeDuplicates();
        return std::move(m_out);
    }

private:
    struct Waiting {
        QString file;
        QString root; // What its Locations may reach lies below this folder.
        const CatalogList *list = nullptr;
    };

    void lose(const QString &file, const QString &problem)
    {
        m_out.problems.append(problem);
        m_out.lost.append(QFileInfo(file).fileName());
    }

    void enqueue(const Waiting &next)
    {
        const QString &file = next.file;
        const QString real = QFileInfo(file).canonicalFilePath();
        const QString key = real.isEmpty() ? file : real;
        if (m_seen.contains(key)) {
            return;
        }
        if (m_seen.size() >= MostFiles) {
            if (!m_isFull) {
                lose(file, QStringLiteral("%1: there are more than 2,000 catalog files; this one and those after it are left out").arg(file));
            }
            m_isFull = true;
            return;
        }
        m_seen.insert(key);
        m_waiting.push_back(next);
    }

    void read(const Waiting &waiting)
    {
        const auto bytes = readRegularFile(waiting.file, LargestFile);
        if (!bytes) {
            lose(waiting.file, QStringLiteral("%1: %2").arg(waiting.file, bytes.error().what));
            return;
        }
        CatalogFile catalog = waiting.list != nullptr ? parseCatalogList(*bytes, waiting.file, *waiting.list) : parseCatalog(*bytes, waiting.file);
        if (!catalog.problems.isEmpty()) {
            m_out.lost.append(QFileInfo(waiting.file).fileName());
        }
        m_out.problems += catalog.problems;
        m_out.warnings += catalog.warnings;
        for (const CatalogEntity &entity : catalog.entities) {
            for (const QString &target : entity.targets) {
                follow(entity, target, waiting);
            }
        }
        m_out.files.push_back(std::move(catalog));
    }

    void follow(const CatalogEntity &location, const QString &target, const Waiting &from)
    {
        const auto refuse = [&](const QString &why) {
            lose(target,
                QStringLiteral("%1:%2: the Location %3 names %4, %5").arg(from.file).arg(location.line).arg(location.name, target.left(200), why));
        };
        if (target.contains(QLatin1StringView("://"))) {
            refuse(QStringLiteral("which is not followed: only files below %1 are").arg(from.root));
            return;
        }
        const QStringList files = matching(QDir::cleanPath(QFileInfo(from.file).absoluteDir().absoluteFilePath(target)));
        if (files.isEmpty()) {
            refuse(QStringLiteral("which matches no file"));
        }
        for (const QString &file : files) {
            const QString real = QFileInfo(file).canonicalFilePath();
            if (real.isEmpty()) {
                refuse(QStringLiteral("which does not exist"));
            } else if (!real.startsWith(from.root + u'/')) {
                refuse(QStringLiteral("which lies outside %1 and is not followed").arg(from.root));
            } else {
                enqueue({file, from.root});
            }
        }
    }

    Catalogs m_out;
    std::deque<Waiting> m_waiting;
    QSet<QString> m_seen;
    bool m_isFull = false;
};

} // namespace

Catalogs readCatalogs(const QStringList &patterns, const std::vector<CatalogList> &lists)
{
    Reading reading;
    QStringList sorted = patterns;
    sorted.sort();
    // Lists first: a pattern may match them too, and a file is read once.
    for (const CatalogList &list : lists) {
        reading.add(list.path, &list);
    }
    for (const QString &pattern : std::as_const(sorted)) {
        reading.add(pattern);
    }
    return reading.run();
}

} // namespace quarterdeck
